"""Words for who cannot see a picture: what its author wrote, else exercise, pose and view in the paper's language.

Only drawings can be told from their pose; a photograph without words keeps the name of its exercise.
"""

from __future__ import annotations

from painplanner.core.figure import Figure
from painplanner.core.figure.described import Fact, facts, position
from painplanner.core.figure.shown import photo_at, shown_count
from painplanner.text import Translator, has_catalogue, translator

_OTHER = {"left": "right", "right": "left"}


def picture_words(figure: Figure, index: int, name: str, lang: str, *, is_left: bool = False) -> str:
    """Return what stands for one picture of an exercise; `is_left` tells of the mirror image."""
    return written_words(figure, index, lang) or generated_words(figure, index, name, lang, is_left=is_left)


def written_words(figure: Figure, index: int, lang: str) -> str:
    """Return what was written for a picture in this language; English only where this program has no other words."""
    photo = photo_at(figure, index)
    texts = photo.alt if photo is not None else figure.alt[index] if index < len(figure.alt) else ()
    found = {one.lang: one.text.strip() for one in texts}
    words = found.get(lang) or found.get(lang.split("-")[0], "")
    return words if words or photo is not None or has_catalogue(lang) else found.get("en", "")


def generated_words(figure: Figure, index: int, name: str, lang: str, *, is_left: bool = False) -> str:
    """Return exercise, pose and view of one picture, whatever was written."""
    t, count = translator(lang), shown_count(figure)
    title = name
    if count > 1:
        title = t.gettext("{name}, picture {n} of {count}").format(name=name, n=index + 1, count=count)
    if photo_at(figure, index) is not None:
        return t.gettext("{picture}: photograph.").format(picture=title)
    told = [_place(figure, index, t), *(_told(fact, t, is_left=is_left) for fact in facts(figure, index))]
    pose = ", ".join(one for one in told if one)
    words = t.gettext("{picture}: {pose}.").format(picture=title, pose=pose) if pose else f"{title}."
    return f"{words} {_view(figure, t)}".strip()


def _place(figure: Figure, index: int, t: Translator) -> str:
    """Return how the body is; a close-up shows a part, so that it says nothing."""
    if isinstance(figure.crop, str) and figure.crop:
        return ""
    return {
        "standing": t.gettext("standing"),
        "bent-forward": t.gettext("standing, bent forward"),
        "sitting": t.gettext("sitting"),
        "floor-sitting": t.gettext("sitting on the floor"),
        "supine": t.gettext("lying on the back"),
        "prone": t.gettext("lying face down"),
        "side-lying": t.gettext("lying on the side"),
        "quadruped": t.gettext("on hands and knees"),
        "kneeling": t.gettext("kneeling"),
        "half-kneeling": t.gettext("kneeling on one knee"),
    }[position(figure, index)]


def _told(fact: Fact, t: Translator, *, is_left: bool) -> str:
    side = _OTHER.get(fact.side, fact.side) if is_left else fact.side
    if not side:
        return _middle(t)[fact.code]
    right, left, both = {**_legs(t), **_arms(t), **_turns(t)}[fact.code]
    words = {"right": right, "left": left, "both": both}[side]
    return words.format(n=fact.degrees)


def _middle(t: Translator) -> dict[str, str]:
    return {
        "head-back": t.gettext("head tipped back"),
        "head-level": t.gettext("head level"),
        "head-forward": t.gettext("head bent forward"),
        "head-ahead": t.gettext("face ahead"),
        "head-upright": t.gettext("head upright"),
        "back-arched": t.gettext("back arched"),
        "back-straight": t.gettext("back straight"),
        "back-rounded": t.gettext("back rounded"),
        "trunk-ahead": t.gettext("trunk ahead"),
        "trunk-upright": t.gettext("trunk upright"),
        "mouth-closed": t.gettext("mouth closed"),
        "mouth-open": t.gettext("mouth open"),
    }


def _turns(t: Translator) -> dict[str, tuple[str, str, str]]:
    return {
        "head-turned": (t.gettext("head turned to the right"), t.gettext("head turned to the left"), ""),
        "head-tipped": (t.gettext("head tipped to the right"), t.gettext("head tipped to the left"), ""),
        "trunk-turned": (t.gettext("trunk turned to the right"), t.gettext("trunk turned to the left"), ""),
        "trunk-tipped": (t.gettext("trunk bent to the right"), t.gettext("trunk bent to the left"), ""),
    }


def _legs(t: Translator) -> dict[str, tuple[str, str, str]]:
    """Return what is said of the right, the left and both legs."""
    return {
        "knee-bent": (
            t.gettext("right knee bent {n} degrees"),
            t.gettext("left knee bent {n} degrees"),
            t.gettext("both knees bent {n} degrees"),
        ),
        "knee-straight": (
            t.gettext("right knee straight"),
            t.gettext("left knee straight"),
            t.gettext("both knees straight"),
        ),
        "hip-bent": (
            t.gettext("right hip bent {n} degrees"),
            t.gettext("left hip bent {n} degrees"),
            t.gettext("both hips bent {n} degrees"),
        ),
        "hip-straight": (
            t.gettext("right hip straight"),
            t.gettext("left hip straight"),
            t.gettext("both hips straight"),
        ),
        "leg-back": (t.gettext("right leg back"), t.gettext("left leg back"), t.gettext("both legs back")),
        "leg-out": (
            t.gettext("right leg out to the side"),
            t.gettext("left leg out to the side"),
            t.gettext("legs apart"),
        ),
        "leg-across": (t.gettext("right leg across"), t.gettext("left leg across"), t.gettext("legs crossed")),
        "leg-beside": (
            t.gettext("right leg beside the other"),
            t.gettext("left leg beside the other"),
            t.gettext("legs together"),
        ),
        "thigh-in": (t.gettext("right knee turned in"), t.gettext("left knee turned in"), t.gettext("knees turned in")),
        "thigh-ahead": (t.gettext("right knee ahead"), t.gettext("left knee ahead"), t.gettext("knees ahead")),
        "thigh-out": (
            t.gettext("right knee turned out"),
            t.gettext("left knee turned out"),
            t.gettext("knees turned out"),
        ),
        "toes-up": (t.gettext("right toes up"), t.gettext("left toes up"), t.gettext("toes of both feet up")),
        "toes-down": (t.gettext("right toes down"), t.gettext("left toes down"), t.gettext("toes of both feet down")),
        "foot-level": (t.gettext("right foot level"), t.gettext("left foot level"), t.gettext("both feet level")),
    }


def _arms(t: Translator) -> dict[str, tuple[str, str, str]]:
    """Return what is said of the right, the left and both arms and hands."""
    return {
        "elbow-bent": (
            t.gettext("right elbow bent {n} degrees"),
            t.gettext("left elbow bent {n} degrees"),
            t.gettext("both elbows bent {n} degrees"),
        ),
        "elbow-straight": (
            t.gettext("right elbow straight"),
            t.gettext("left elbow straight"),
            t.gettext("both elbows straight"),
        ),
        "arm-down": (t.gettext("right arm down"), t.gettext("left arm down"), t.gettext("both arms down")),
        "arm-forward": (
            t.gettext("right arm raised forward {n} degrees"),
            t.gettext("left arm raised forward {n} degrees"),
            t.gettext("both arms raised forward {n} degrees"),
        ),
        "arm-out": (
            t.gettext("right arm raised to the side {n} degrees"),
            t.gettext("left arm raised to the side {n} degrees"),
            t.gettext("both arms raised to the sides {n} degrees"),
        ),
        "arm-overhead": (
            t.gettext("right arm overhead"),
            t.gettext("left arm overhead"),
            t.gettext("both arms overhead"),
        ),
        "arm-back": (t.gettext("right arm back"), t.gettext("left arm back"), t.gettext("both arms back")),
        "arm-across": (
            t.gettext("right arm across the body"),
            t.gettext("left arm across the body"),
            t.gettext("both arms across the body"),
        ),
        "forearm-in": (
            t.gettext("right forearm turned in"),
            t.gettext("left forearm turned in"),
            t.gettext("both forearms turned in"),
        ),
        "forearm-ahead": (
            t.gettext("right forearm ahead"),
            t.gettext("left forearm ahead"),
            t.gettext("both forearms ahead"),
        ),
        "forearm-out": (
            t.gettext("right forearm turned out"),
            t.gettext("left forearm turned out"),
            t.gettext("both forearms turned out"),
        ),
        **_hands(t),
    }


def _hands(t: Translator) -> dict[str, tuple[str, str, str]]:
    """Return what is said of a hand that is seen near, whichever it is."""
    said = {
        "wrist-back": t.gettext("wrist bent back"),
        "wrist-straight": t.gettext("wrist straight"),
        "wrist-bent": t.gettext("wrist bent to the palm"),
        "palm-up": t.gettext("palm up"),
        "thumb-up": t.gettext("thumb up"),
        "palm-down": t.gettext("palm down"),
        "hand-open": t.gettext("hand open"),
        "hand-flat": t.gettext("fingers straight"),
        "hand-wide": t.gettext("fingers spread"),
        "hand-fist": t.gettext("hand in a fist"),
        "hand-straight_fist": t.gettext("flat fingers on the palm"),
        "hand-tabletop": t.gettext("fingers bent at the big knuckles"),
        "hand-hook": t.gettext("fingers bent like a hook"),
        "hand-grip": t.gettext("hand closed around something"),
        "hand-pinch": t.gettext("thumb and finger together"),
    }
    return {code: (words, words, words) for code, words in said.items()}


def _view(figure: Figure, t: Translator) -> str:
    if isinstance(figure.crop, str) and figure.crop:
        return {
            "neck": t.gettext("Close-up of the neck."),
            "jaw": t.gettext("Close-up of the face."),
            "shoulder": t.gettext("Close-up of the shoulder."),
            "hand": t.gettext("Close-up of the hand."),
            "knee": t.gettext("Close-up of the knee."),
            "foot": t.gettext("Close-up of the foot."),
        }[figure.crop]
    if figure.camera:
        return t.gettext("Seen at an angle.")
    return {
        "side": t.gettext("Seen from the side."),
        "front": t.gettext("Seen from the front."),
        "back": t.gettext("Seen from behind."),
        "above": t.gettext("Seen from above."),
        "below": t.gettext("Seen from below."),
        "three_quarter": t.gettext("Seen at an angle."),
        "head_end": t.gettext("Seen from the head."),
        "foot_end": t.gettext("Seen from the feet."),
    }[figure.view]
