"""How integer fen are printed: rounded half up to hundredths of 万元, figure by figure."""
from figures import HUNDREDTH_OF_WAN


def half_up(numerator, denominator):
    quotient = (2 * abs(numerator) + denominator) // (2 * denominator)
    return quotient if numerator >= 0 else -quotient


def hundredths(value, thousands=False):
    sign, value = ("-" if value < 0 else ""), abs(value)
    whole = f"{value // 100:,}" if thousands else str(value // 100)
    return f"{sign}{whole}.{value % 100:02d}"


def wan(fen, thousands=False):
    return hundredths(half_up(fen, HUNDREDTH_OF_WAN), thousands)


def per_cent(part, whole):
    return hundredths(half_up(part * 10_000, whole))


def plain(printed):
    """The digits of a printed figure as the truth has them; None for a blank or a dash."""
    digits = printed.replace(",", "").strip()
    return digits if any(c.isdigit() for c in digits) else None
