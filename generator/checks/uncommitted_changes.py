"""What an edition would be made of is not what the last commit has.

An edition names the commit whose content was checked, so that anyone can go back to it. So every
file that goes into it must be committed first: mkdocs.yml, the briefing's folder, its sources with
their data, and the project's page templates. Captured pages that git ignores count by the hash in
the front matter of their source. Only `release` looks for it.

Commit the files named, then release again.
"""

from generator.checks import Check, Examples, found_while_reading
from generator.model.briefing import Briefing
from generator.model.diagnostic import Severity

CHECK = Check(Briefing, Severity.ERROR, found_while_reading, allowable=False, at_release=True)

EXAMPLES = Examples(
    passes=("Film shares rose [@harbour-2026-02-09].\n",),
    fails=("Film shares rose [@harbour-2026-02-09], and this line is not committed.\n",),
)
