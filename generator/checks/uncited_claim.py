"""A sentence of a section states a fact and cites no source.

A claim gives a number or a date, reports what somebody said or did, or has one of the briefing's
`terms:`; the rows of a table, the dated entries of a timeline and the positions of a disagreement
are claims too. Headings, questions, titles and what a desk says of itself (“We found no count”,
“This briefing keeps them apart”) are none. What descriptions of actors and terms claim, and each
date of an actor, counts on the page that lists them. The share of claims that have a source is
printed by `check` and shown to readers.

Cite the source in the sentence, or allow it with a reason: it then stays out of the warnings, and
counts as uncovered all the same.
"""

from collections.abc import Iterator

from generator.briefing.coverage import listed_claims, stated_claims
from generator.checks import Check, Examples, Finding, Scope
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity
from generator.model.page import Page
from generator.text.claims.kinds import Claim

_MESSAGES = {
    Claim.NUMBER: "this gives a number and cites no source",
    Claim.DATE: "this gives a date and cites no source",
    Claim.SPEECH: "this reports what somebody said and cites no source",
    Claim.ACT: "this reports what somebody did and cites no source",
    Claim.NAME: "this names one of the briefing's terms and cites no source",
}
_ADVICE = (
    "cite it, `[@id]`, or write `<!-- standfirst: allow uncited-claim because … -->` on the line"
    " before"
)
_ENTRY_ADVICE = "cite it in the description, or with `cite:` of the entry or of its date"


def uncited_claim(node: Page | Briefing, scope: Scope) -> Iterator[Finding]:
    """Find the claims of a section that have no source, and those of its actors and terms."""
    if isinstance(node, Briefing):
        for page in node.pages:
            for claim in listed_claims(page, node):
                if not claim.is_cited:
                    message = f"the entry {_MESSAGES[claim.kind]}".replace("this ", "")
                    yield Finding(claim.sentence.span, message, _ENTRY_ADVICE)
    elif scope.briefing is not None:
        for claim in stated_claims(node):
            if not claim.is_cited:
                yield Finding(claim.sentence.span, _MESSAGES[claim.kind], _ADVICE)


CHECK = Check(Page | Briefing, Severity.WARNING, uncited_claim)

EXAMPLES = Examples(
    passes=(
        """Meridian Pictures leads [@quay-2026-02-10; @harbour-2026-02-09; @ministry-2026-01].
>>> docs/glossary.yml
actors:
  - id: meridian
    kind: organisation
    names: {en: Meridian Pictures}
    description: Its shares rose 20 percent [@harbour-2026-02-09].
    dates: {founded: {date: 2012-03, cite: ["@harbour-2026-02-09"]}}
""",
        "## Two dates in 2026\n\nThe second date matters more. Why? Ask [@quay-2026-02-10].\n",
        "We found no count for February 2026. This briefing uses none [@quay-2026-02-10].\n",
        """| Share | Rise in 2026 |
|---|---|
| Meridian | 20 percent [@harbour-2026-02-09] |
""",
        """<!-- standfirst: allow uncited-claim because everybody can count the days -->
The weekend had two nights and began on Friday.

Investors took note [@quay-2026-02-10].
""",
    ),
    fails=(
        """Meridian Pictures leads [@quay-2026-02-10; @harbour-2026-02-09; @ministry-2026-01].
>>> docs/glossary.yml
actors:
  - id: meridian
    kind: organisation
    names: {en: Meridian Pictures}
    description: Its shares rose 20 percent.
""",
        "Shares rose 20 percent. Investors took note [@quay-2026-02-10].\n",
        "The maker denied everything. Investors took note [@quay-2026-02-10].\n",
        """Meridian Pictures stepped back. Investors took note [@quay-2026-02-10].
>>> docs/glossary.yml
actors:
  - {id: meridian, kind: organisation, names: {en: Meridian Pictures}}
""",
        """Investors took note [@quay-2026-02-10].

| Share | Rise |
|---|---|
| Meridian | 20 percent |
""",
        """Investors took note [@quay-2026-02-10].

```timeline
events:
  - {date: 2026-02-07, text: A test opens.}
```
""",
    ),
)
