"""What the models share: natural keys, visibility, order, and the move of the generation."""

from urllib.parse import unquote

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from django.dispatch import receiver
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from resume.document.text import unique_slug

from .redirects import Redirect
from .upkeep import Generation


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")


class Audience(models.TextChoices):
    """Who may see a record: everybody, who holds a share link, or the owner alone."""

    PUBLIC = "public", _("everybody")
    RECIPIENT = "recipient", _("recipients of a share link")
    OWNER = "owner", _("only me")


class ContentQuerySet(models.QuerySet):
    """Moves the generation, in the same transaction, for the methods that send no signal."""

    def update(self, **kwargs):
        with transaction.atomic(savepoint=False):
            rows = super().update(**kwargs)
            if rows:
                Generation.objects.move()
        return rows

    update.alters_data = True

    def bulk_create(self, *args, **kwargs):
        with transaction.atomic(savepoint=False):
            rows = super().bulk_create(*args, **kwargs)
            if rows:
                Generation.objects.move()
        return rows

    def _raw_delete(self, using):
        # What Django calls where it sees no need to read the rows before they go.
        with transaction.atomic(savepoint=False):
            rows = super()._raw_delete(using)
            if rows:
                Generation.objects.move()
        return rows

    _raw_delete.alters_data = True


class Content(models.Model):
    """A row that public pages are made of: any change of one moves the generation."""

    objects = ContentQuerySet.as_manager()

    class Meta:
        abstract = True

    def save_base(self, *args, **kwargs):
        # One transaction for the row and the generation: a process that is killed between the two
        # would leave old pages in place for good. Fixtures and revisions come this way too.
        with transaction.atomic(savepoint=False):
            super().save_base(*args, **kwargs)

    save_base.alters_data = True


def is_public_content(model):
    """Return whether rows of the model, or of a table that relates it, are shown on pages."""
    return issubclass(model._meta.auto_created or model, Content | Redirect)


@receiver([post_save, post_delete])
def move_generation(sender, **kwargs):
    # The one signal receiver: no writer, whatever way it comes, can forget it.
    if is_public_content(sender):
        Generation.objects.move()


@receiver(m2m_changed)
def move_generation_for_relations(sender, action, **kwargs):
    if action.startswith("post_") and is_public_content(sender):
        Generation.objects.move()


@receiver(post_migrate)
def move_generation_after_migrations(sender, apps=None, plan=(), **kwargs):
    # A migration changes rows through models of its own time, which send nothing here. Without the
    # table, everything was migrated away.
    if sender.name == "resume" and plan and "generation" in apps.all_models["resume"]:
        Generation.objects.move()


class NamedQuerySet(ContentQuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def with_visibility(self, audience):
        """All rows, each with `is_visible`: whether `audience` may see it."""
        visible = self.model.objects.visible_to(audience).filter(pk=OuterRef("pk"))
        return self.annotate(is_visible=Exists(visible))


class Named(Content):
    """A fact with an address of its own, which is its natural key."""

    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        allow_unicode=True,
        help_text=_("The last part of the page's address. Made from the name when left empty."),
    )

    objects = NamedQuerySet.as_manager()

    # The field that names the record, and the fields that no public page shows.
    name_field = "title"
    private_fields = ()

    class Meta:
        abstract = True

    def __str__(self):
        return self.public_name

    def natural_key(self):
        return (self.slug,)

    @property
    def public_name(self):
        """The name that public pages use."""
        return getattr(self, self.name_field)

    @property
    def slug_source(self):
        """The text that the address is made from."""
        return self.public_name

    @property
    def slug_parent(self):
        """The address put in front when two records would have the same one."""
        return ""

    @property
    def is_published(self):
        """True when everybody may see the row."""
        raise NotImplementedError

    @property
    def public_path(self):
        """The path of the record's page in the Japanese interface, not percent-encoded."""
        with translation.override(settings.LANGUAGE_CODE):
            return unquote(self.get_absolute_url())

    def free_slug(self):
        """Return a slug for the record that no other row of its table has."""
        others = type(self).objects.exclude(pk=self.pk)
        taken = set(others.values_list("slug", flat=True))
        return unique_slug(self.slug_source, self.slug_parent, taken)

    def public_texts(self):
        """Return {field name: text} of what a public page may show of this row."""
        return {
            field.name: text
            for field in self._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField)
            and field.name not in self.private_fields
            and (text := getattr(self, field.attname))
        }

    def clean(self):
        super().clean()
        if self.is_published:
            # Imported here: aliases reads the models, which are built on this module.
            from .aliases import refuse_hidden_names

            refuse_hidden_names(self)


class RecordQuerySet(NamedQuerySet):
    def public(self):
        """Return the condition of a record that everybody may see: the one rule behind each page.

        A condition and not a query, so that it can mark rows too: see `with_visibility`.
        """
        return models.Q(status=Status.PUBLISHED)

    def published(self):
        """The records that everybody may see."""
        return self.filter(self.public())

    def with_visibility(self, audience):
        """All rows, each with `is_visible`: whether `audience` may see it."""
        if audience == Audience.OWNER:
            return self.annotate(is_visible=models.Value(True))
        return self.annotate(is_visible=self.public())

    def with_shown(self, *relations):
        """Adds the published records of each relation, as a list `shown_<relation>`.

        A list costs a fraction of the query set that a prefetch makes for each row and relation.
        """
        return self.prefetch_related(
            *(
                models.Prefetch(
                    relation,
                    queryset=self.model._meta.get_field(relation).related_model.objects.published(),
                    to_attr=f"shown_{relation}",
                )
                for relation in relations
            )
        )

    def visible_to(self, audience):
        """The records that `audience` may see; the owner sees drafts."""
        return self.all() if audience == Audience.OWNER else self.published()


class SkilledQuerySet(RecordQuerySet):
    """Of records that prove the skills they are linked to."""

    def skill_links(self):
        """Return (key of a skill, key of the record) of every link."""
        return self.filter(skills__isnull=False).order_by().values_list("skills", "pk")


class Record(Named):
    """A fact that is a draft until it is published."""

    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text=_("A draft is seen in the admin only."),
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_published(self):
        return self.status == Status.PUBLISHED
