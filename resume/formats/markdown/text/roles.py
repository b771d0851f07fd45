"""The role beside a name: "X | Engineer", "X（Engineer）", "株式会社X Engineer"."""

import re

from .names import DEPARTMENT, ENTITY, NO_FORM, ROLE_END, ROLE_WORD, SELF, WORKPLACE

EDGE = " \t　-–—―−:：|｜/／、,，・·•"
# What parts a name from a role, or from more of either.
SEPARATOR = re.compile(
    r"\s+(?:at|@)\s+|\s+@|\s+[|｜/／·•–—―-]\s+|\s*[|｜:：／、]\s*"
    rf"|,\s+(?=[A-Z]|[株有合][式限同]会社){NO_FORM}"
)
LAST_BRACKETS = re.compile(r"\s*[(（]([^()（）]+)[)）]$")
# What a separator inside of brackets leaves of them.
UNCLOSED, UNOPENED = re.compile(r"(?<!\s)\s*[(（][^()（）]*$"), re.compile(r"^[^()（）]*[)）]\s*")
# A role right after the brackets of a name: "X（Y）エンジニア".
GLUED = re.compile(r"(?P<name>.*[^\s(（][(（][^()（）]+[)）])(?P<role>[^\s()（）]+)")


def split_role(text: str) -> tuple[str, str]:
    """Return (name, role). A role is split off only where its last word names one."""
    bracket = LAST_BRACKETS.search(text)
    outside, inside = (text[: bracket.start()].strip(), bracket[1].strip()) if bracket else ("", "")
    # "Analyst, Mentor (X Ltd.)"
    if ENTITY.search(inside) and ROLE_END.search(outside) and not ENTITY.search(outside):
        return inside, outside
    parts = [part for part in SEPARATOR.split(text) if part]
    if len(parts) > 1:
        entities = [part for part in parts if ENTITY.search(part) and not SELF.search(part)]
        others = [part for part in parts if not ROLE_END.search(part)]
        # "Department of Biology, X University": before a part of one who employs, the whole.
        wholes = [part for part in others if not DEPARTMENT.search(part)]
        first = (entities or wholes or others or parts)[0]
        name = UNCLOSED.sub("", first)
        roles = [part for part in parts if part is not first and ROLE_END.search(part)]
        if roles:
            return name, UNOPENED.sub("", roles[-1])
        if entities:
            return split_role(name) if name != text else (text, "")
    if outside:
        if ROLE_END.search(inside):
            return outside, inside
        if ROLE_END.search(outside) and not ENTITY.search(outside) and not split_role(outside)[1]:
            return inside, outside
        if all(map(ROLE_WORD.fullmatch, outside.split())):
            return inside, outside
    return _split_words(text)


def _split_words(text: str) -> tuple[str, str]:
    """Return (name, role) of a text that nothing parts but white space."""
    if (glued := GLUED.fullmatch(text)) and ROLE_END.search(glued["role"]):
        return glued["name"], glued["role"]
    chunks = text.split()
    if len(chunks) < 2 or not ROLE_END.search(text):
        return text, ""
    entity = next((n for n, chunk in enumerate(chunks) if ENTITY.search(chunk)), None)
    if entity is not None:
        # A form alone belongs to the word after it ("株式会社 X Engineer"); "Freelance" does not.
        alone = not entity and ENTITY.fullmatch(chunks[0]) and not chunks[0].isascii()
        first = entity + (2 if alone else 1)
        # "学校法人X Y高等学校 教諭": what the entity runs belongs to the name.
        first += first < len(chunks) - 1 and bool(WORKPLACE.search(chunks[first]))
    elif all(ROLE_WORD.fullmatch(chunk.strip(",")) for chunk in chunks):
        return text, ""
    elif chunks[-1].isascii():
        first = len(chunks)
        while first > 1 and ROLE_WORD.fullmatch(chunks[first - 1].strip(",")):
            first -= 1
    else:
        first = len(chunks) - 1
    role = "".join(text.split(maxsplit=first)[first:])  # with its own white space
    return (text[: len(text) - len(role)].strip(EDGE), role) if role else (text, "")
