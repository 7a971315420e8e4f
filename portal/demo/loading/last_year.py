"""The last school year's record of comments and answers: published, with two answers and one that is awaited."""

from datetime import timedelta

from feedback.contributions.actions import begin_years, publish_due_years, publish_edition
from feedback.contributions.actions.answering import Words
from feedback.contributions.models import PublicationYear
from feedback.contributions.queries.yearly import begins, unpublished_years
from portal.demo.loading.voices import Voice, load_voice

# `days_ago` are counted back from the end of the school year.
VOICES = (
    Voice(
        160,
        "provision",
        "parent_carer",
        "We were promised a plan in twenty weeks. It took more than thirty. (Illustrative.)",
        "Assessment and planning",
        Words(
            you_said="Plans come later than the law allows. (Illustrative.)",
            outcome="did",
            what="A second assessment team started, and the share of plans that come in time is measured every year.",
        ),
        shown_by="AP1",
    ),
    Voice(
        120,
        "making",
        "young_person",
        "Nobody asked us which words on the page make sense to us. (Illustrative.)",
        "Strategy and governance",
        Words(
            you_said="Young people should read pages before they are published. (Illustrative.)",
            outcome="will_not",
            reason="We cannot ask young people about every page. A panel reads the ten that are read most.",
        ),
    ),
    Voice(
        80,
        "information",
        "parent_carer",
        "The page on short breaks does not say how long one waits for them. (Illustrative.)",
        "Local provision",
    ),
)
PUBLISHED_BEFORE = timedelta(
    days=5
)  # where the due date is still to come, how long ago it was published early


def load_last_year(*, people, workstreams, at):
    """Published on its due date, as is any year before it; before that day a few days ago, by a moderator."""
    begin_years(at=at)
    this_year = PublicationYear.objects.order_by("-starts_on").first()
    ended_at = begins(this_year.starts_on)
    for voice in VOICES:
        received_at = ended_at - timedelta(days=voice.days_ago)
        load_voice(voice, people=people, workstreams=workstreams, received_at=received_at)
    last = PublicationYear.objects.filter(
        ends_on=this_year.starts_on
    ).first() or PublicationYear.objects.create(
        starts_on=this_year.starts_on.replace(year=this_year.starts_on.year - 1),
        ends_on=this_year.starts_on,
        due_on=this_year.due_on.replace(year=this_year.due_on.year - 1),
    )
    for year in unpublished_years().exclude(pk=this_year.pk):
        if begins(year.due_on) <= at:
            publish_due_years(at=begins(year.due_on))
    if not last.editions.exists():
        publish_edition(year=last, by=people["moderator"], at=max(ended_at, at - PUBLISHED_BEFORE))
