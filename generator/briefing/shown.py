"""Where on its pages a briefing shows a judgement or a forecast."""

from generator.model.briefing import Briefing
from generator.model.page import Block, Page, PageKind


def page_showing(briefing: Briefing, name: str, here: str = "") -> Page | None:
    """The page with the judgement or forecast `name`, which stands there under that id.

    Of several the page `here`, else the outlook, else the first. None where no page shows it.
    """
    shown = [page for page in briefing.pages if _shows(page, briefing, name)]
    return min(
        shown,
        key=lambda page: (page.path != here, page.kind is not PageKind.OUTLOOK),
        default=None,
    )


def _shows(page: Page, briefing: Briefing, name: str) -> bool:
    return any(_has(block, briefing, name) for block in page.blocks if block.options)


def _has(block: Block, briefing: Briefing, name: str) -> bool:
    if block.name == "judgements":
        known = {judgement.id for judgement in briefing.judgements}
    elif block.name == "forecasts":
        state = block.options.state
        known = {
            forecast.id
            for forecast in briefing.forecasts
            if state == "all" or (forecast.resolution is not None) == (state == "resolved")
        }
    else:
        return False
    return name in known and (not block.options.ids or name in block.options.ids)
