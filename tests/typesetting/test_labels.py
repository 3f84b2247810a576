from generator.model.addresses import Addresses
from generator.typesetting.labels import Labels

PATHS = frozenset({"briefings/clips", "briefings/clips/trend", "briefings/clips/context"})
TREND = "briefings/clips/trend"


def test_links_inside_the_document_lead_to_labels_of_our_own_making() -> None:
    labels = Labels(page_paths=PATHS)

    assert labels.target(TREND, "#quiet") == {"to": labels.name(TREND, "quiet")}
    assert labels.target(TREND, "../context/#rules") == {
        "to": labels.name("briefings/clips/context", "rules")
    }
    assert labels.name(TREND, "#panic()").isalnum()


def test_links_to_the_rest_of_the_site_are_addresses_where_it_has_one() -> None:
    labels = Labels("https://harbour.example/desk", PATHS)

    assert labels.target(TREND, "../../../handbook/") == {
        "href": "https://harbour.example/desk/handbook/"
    }
    assert Labels("", PATHS).target(TREND, "../../../handbook/") is None


def test_a_place_is_labelled_once() -> None:
    labels = Labels()

    assert labels.define("a", "b") == labels.name("a", "b")
    assert labels.define("a", "b") is None


def test_links_that_lead_nowhere_are_undone() -> None:
    labels = Labels(page_paths=PATHS)
    there = labels.define(TREND, "there")
    lost = labels.name(TREND, "lost")
    node = labels.settle(
        {
            "c": [
                {"k": "link", "c": ["a"], "to": there},
                {"k": "link", "c": ["b"], "to": lost},
                {"n": "3", "to": lost},
            ]
        }
    )

    assert node == {
        "c": [
            {"k": "link", "c": ["a"], "to": there},
            {"k": "span", "c": ["b"]},
            {"n": "3", "to": None},
        ]
    }


def test_links_between_files_lead_to_the_same_places() -> None:
    flat = Addresses(is_flat=True, indexes=frozenset({"briefings/clips"}))
    labels = Labels("https://harbour.example/", PATHS, flat)
    assert labels.target(TREND, "index.html") == {"to": labels.name("briefings/clips")}
    assert labels.target("briefings/clips", "trend.html#h") == {"to": labels.name(TREND, "h")}
    away = labels.target(TREND, "../../sources/quay.html")
    assert away == {"href": "https://harbour.example/sources/quay.html"}
