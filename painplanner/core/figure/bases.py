"""The named poses that figures start from; a figure file says only what differs."""

from __future__ import annotations

from types import MappingProxyType

from painplanner.core.figure.value import Frame, Pin

SEAT = 26.0

_SHOULDER_DOWN, _ELBOW_DOWN = (4.0, 7.0, 0.0), (12.0, 0.0, 0.0)

BASES = MappingProxyType(
    {
        "standing": Frame(
            base="standing",
            anchor="right_ankle",
            rest=("right_foot", "left_foot"),
            hip=2.0,
            knee=2.0,
            shoulder=_SHOULDER_DOWN,
            elbow=_ELBOW_DOWN,
        ),
        "supine": Frame(
            base="supine",
            lie="back",
            shoulder=(2.0, 12.0, 0.0),
            elbow=(6.0, 80.0),
            hip=(0.0, 3.0),
            ankle=-15.0,
            hand="flat",
        ),
        "supine_hooklying": Frame(
            base="supine_hooklying",
            lie="back",
            shoulder=(2.0, 12.0, 0.0),
            elbow=(6.0, 80.0),
            hand="flat",
            pins=(Pin(part="right_foot", at=(31.0, 0.0)), Pin(part="left_foot", at=(31.0, 0.0))),
        ),
        "prone": Frame(
            base="prone", lie="front", shoulder=(2.0, 12.0, 0.0), elbow=(6.0, 0.0), ankle=-50.0, head=-6.0, hand="flat"
        ),
        "quadruped": Frame(
            base="quadruped",
            lie="front",
            pelvis=-10.0,
            hip=80.0,
            knee=90.0,
            ankle=-58.0,
            neck=-12.0,
            head=-6.0,
            anchor="right_knee",
            rest=("right_knee", "left_knee"),
            hand="flat",
            pins=(
                Pin(part="right_hand", at=(29.5, 1.2), points=(1.0, 0.0, 0.0), palm=(0.0, -1.0, 0.0)),
                Pin(part="left_hand", at=(29.5, 1.2), points=(1.0, 0.0, 0.0), palm=(0.0, -1.0, 0.0)),
            ),
        ),
        "side_lying": Frame(
            base="side_lying",
            lie="side",
            left_shoulder=(165.0, 0.0, 0.0),
            left_elbow=12.0,
            right_shoulder=(30.0, 0.0, 0.0),
            right_elbow=70.0,
            hip=40.0,
            knee=75.0,
            hand="flat",
        ),
        "sitting": Frame(
            base="sitting",
            rest=("seat",),
            height=SEAT,
            hip=88.0,
            knee=88.0,
            hand="open",
            pins=(
                Pin(part="right_foot", at=(25.0, 0.0)),
                Pin(part="left_foot", at=(25.0, 0.0)),
                Pin(part="right_hand", at="right_knee", by=(-7.0, 5.2, 0.0), points=(1.0, -0.15, 0.0)),
                Pin(part="left_hand", at="left_knee", by=(-7.0, 5.2, 0.0), points=(1.0, -0.15, 0.0)),
            ),
        ),
        "long_sitting": Frame(
            base="long_sitting",
            pelvis=-30.0,
            lumbar=6.0,
            hip=60.0,
            knee=2.0,
            ankle=-12.0,
            hand="flat",
            pins=(
                Pin(part="right_hand", at=(-27.0, 1.4), points=(-1.0, 0.0, 0.0), palm=(0.0, -1.0, 0.0)),
                Pin(part="left_hand", at=(-27.0, 1.4), points=(-1.0, 0.0, 0.0), palm=(0.0, -1.0, 0.0)),
            ),
        ),
        "cycling": Frame(
            base="cycling",
            rest=("seat",),
            height=49.0,
            at=(-13.0,),
            pelvis=14.0,
            lumbar=8.0,
            thorax=6.0,
            neck=-10.0,
            head=-8.0,
            hand="grip",
            pins=(
                Pin(part="right_foot", at=(-0.8, 26.0), slope=8.0),
                Pin(part="left_foot", at=(-12.8, 10.0), slope=14.0),
                Pin(part="hands", at=(21.0, 67.0, 7.0), points=(1.0, 0.1, 0.0), palm=(0.0, -1.0, 0.0)),
            ),
        ),
        "recumbent": Frame(
            base="recumbent",
            rest=("seat",),
            height=26.0,
            at=(-4.0,),
            pelvis=-18.0,
            lumbar=8.0,
            neck=6.0,
            pins=(
                Pin(part="right_foot", at=(22.2, 31.0), slope=-50.0),
                Pin(part="left_foot", at=(36.2, 17.0), slope=-62.0),
                Pin(part="right_hand", at=(2.0, 31.0, 12.0), points=(1.0, -0.3, 0.0)),
                Pin(part="left_hand", at=(2.0, 31.0, -12.0), points=(1.0, -0.3, 0.0)),
            ),
        ),
        "half_kneeling": Frame(
            base="half_kneeling",
            anchor="right_knee",
            rest=("right_knee",),
            right_hip=-2.0,
            right_knee=88.0,
            right_ankle=-58.0,
            left_hip=85.0,
            left_knee=88.0,
            pins=(Pin(part="left_foot", at=(25.0, 0.0)),),
            shoulder=_SHOULDER_DOWN,
            elbow=_ELBOW_DOWN,
        ),
    }
)
