from dataclasses import replace

from generator.typesetting.blocks import blocks
from generator.typesetting.html import parse_html
from generator.typesetting.labels import Labels
from generator.typesetting.setting import Setting
from tests.typesetting.example import SCENE

PANELS = """
<figure class="sf-chart"><figcaption><b>Uses</b></figcaption>
<div class="sf-panels">
<div data-scene="0"><p class="sf-panel">2024</p></div>
<div data-scene="1"><p class="sf-panel">2025</p></div>
</div></figure>
"""


def test_every_panel_of_a_chart_is_drawn_with_its_name() -> None:
    scenes = (replace(SCENE, title="Uses: 2024"), replace(SCENE, title="Uses: 2025"))
    (node,) = blocks(parse_html(PANELS), Setting("trend", Labels(), scenes=scenes))
    panels = node["panels"]
    assert isinstance(panels, list)
    assert [panel["name"] for panel in panels if isinstance(panel, dict)] == [["2024"], ["2025"]]
    assert "Uses: 2024" in str(node["alt"])
    assert "Uses: 2025" in str(node["alt"])


def test_a_chart_that_stands_alone_has_one_panel_without_a_name() -> None:
    html = '<figure class="sf-chart" data-scene="0"></figure>'
    (node,) = blocks(parse_html(html), Setting("trend", Labels(), scenes=(SCENE,)))
    assert isinstance(node["panels"], list)
    assert [panel["name"] for panel in node["panels"] if isinstance(panel, dict)] == [[]]
