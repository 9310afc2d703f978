"""Code 128, code set B: a printed number as bars that any scanner reads."""

from __future__ import annotations

# Widths of bar, blank, bar, blank, bar, blank for each value (ISO/IEC 15417); the last is stop with its closing bar.
_WIDTHS = (
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
    "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
    "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
    "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
    "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
    "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
    "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
)  # fmt: skip
_START_B, _STOP = 104, 106


def bars(text: str) -> list[tuple[int, int]]:
    """Return where each bar of a text begins and how wide it is, in modules; signs it cannot carry are left out."""
    values = [ord(sign) - 32 for sign in text if 32 <= ord(sign) < 127]
    check = (_START_B + sum(n * value for n, value in enumerate(values, 1))) % 103
    widths = "".join(_WIDTHS[value] for value in (_START_B, *values, check, _STOP))
    found: list[tuple[int, int]] = []
    place = 0
    for n, width in enumerate(map(int, widths)):
        if n % 2 == 0:
            found.append((place, width))
        place += width
    return found


def bars_width(text: str) -> int:
    """Return how many modules wide the bars of a text are."""
    place, width = bars(text)[-1]
    return place + width


def bar_operators(text: str, x: float, y: float, height: float, module: float) -> str:
    """Return the operators of the bars of a text with their lower left corner at x and y."""
    boxes = (f"{x + at * module:.3f} {y:.2f} {width * module:.3f} {height:.2f} re" for at, width in bars(text))
    return f"q 0 g {' '.join(boxes)} f Q"
