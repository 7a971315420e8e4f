"""What can be wrong with a period. Every message is a sentence for the person who wrote the period."""


class PeriodError(ValueError):
    """The period cannot be used; the message says what was expected."""


class UnreadablePeriod(PeriodError):
    """The words are in none of the forms known for this kind."""


class AmbiguousPeriod(PeriodError):
    """The words could mean more than one period of this kind."""


class ImpossiblePeriod(PeriodError):
    """The words are clear, but there is no such period of this kind."""


class WrongLength(ImpossiblePeriod):
    """Start and end do not make one whole period of this kind."""


class UnknownTerm(ImpossiblePeriod):
    """The term dates given hold no such term."""
