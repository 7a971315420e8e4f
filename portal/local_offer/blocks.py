"""The few blocks a guidance page is built from: enough to explain, too few to decorate."""

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

INLINE = ["bold", "link", "document-link"]


class ContactBlock(blocks.StructBlock):
    """Whom to ask: shown as a card, with a phone number and an e-mail address that can be tapped."""

    name = blocks.CharBlock(max_length=120)
    about = blocks.CharBlock(
        max_length=250, required=False, help_text="What they can help with, in one sentence."
    )
    phone = blocks.CharBlock(max_length=40, required=False)
    email = blocks.EmailBlock(required=False)
    website = blocks.URLBlock(required=False)

    class Meta:
        icon = "user"
        template = "local_offer/blocks/contact.html"


class BodyBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(max_length=120, icon="title", template="local_offer/blocks/heading.html")
    paragraph = blocks.RichTextBlock(features=INLINE, icon="pilcrow")
    list = blocks.RichTextBlock(features=["ul", "ol", *INLINE], icon="list-ul", label="List")
    notice = blocks.RichTextBlock(features=INLINE, icon="warning", template="local_offer/blocks/notice.html")
    contact = ContactBlock()
    picture = ImageBlock(required=False, icon="image", template="local_offer/blocks/picture.html")
