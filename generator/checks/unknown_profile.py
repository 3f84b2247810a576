"""`likelihood_words` names a profile that there is none of.

The profile says which band each word for likelihood stands for, so without it nobody knows what
`likely` means here. `icd-203` and `phia` come with Standfirst; a project may add others.

Name one of those, or add `profiles/<name>.toml`.
"""

from generator.checks import Check, Examples, found_while_reading
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity

CHECK = Check(Briefing, Severity.ERROR, found_while_reading)

_NAMED = """\
Investors took note [@harbour-2026-02-09; @quay-2026-02-10; @ministry-2026-01].
>>> docs/briefings/example/briefing.yml
title: Video clips lift media shares
likelihood_words: """

EXAMPLES = Examples(
    passes=(
        f"{_NAMED}phia\n",
        f"""{_NAMED}harbour-scale
>>> profiles/harbour-scale.toml
title = "Harbour scale"
source = "The desk's own three words, after its style book"
bands = [{{low = 0, high = 30}}, {{low = 30, high = 70}}, {{low = 70, high = 100}}]

[[wordings]]
language = "en"
bands = [[["doubtful"]], [["open"]], [["to be expected"]]]
""",
    ),
    fails=(f"{_NAMED}icd-302\n",),
)
