from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from generator.model.addresses import Addresses

INDEXES = frozenset({"", "about", "briefings/clips"})
FOLDERS, FILES = Addresses(indexes=INDEXES), Addresses(is_flat=True, indexes=INDEXES)
PATHS = st.sampled_from(
    ["", "about", "track-record", "briefings/clips", "briefings/clips/trend", "sources/quay"]
)


def test_a_page_is_a_folder_or_a_file_of_its_own_name() -> None:
    trend = "briefings/clips/trend"
    assert (FOLDERS.of(trend), FILES.of(trend)) == (f"{trend}/", f"{trend}.html")
    assert (FOLDERS.of("about"), FILES.of("about")) == ("about/", "about/index.html")
    assert (FOLDERS.of(""), FILES.of("")) == ("", "index.html")


def test_a_file_is_its_own_address() -> None:
    pdf = "briefings/clips/clips.pdf"
    assert FOLDERS.of(pdf) == FILES.of(pdf) == pdf


def test_links_are_relative_to_the_folder_that_the_page_stands_in() -> None:
    here, there = "briefings/clips/trend", "sources/quay"
    assert FOLDERS.between(here, there) == "../../../sources/quay/"
    assert FILES.between(here, there) == "../../sources/quay.html"
    assert FILES.between("about", "track-record") == "../track-record.html"
    assert FOLDERS.between("", "") == "./"


@given(PATHS, PATHS, st.sampled_from([FOLDERS, FILES]))
def test_a_link_followed_from_where_it_stands_leads_to_the_address(
    here: str, there: str, addresses: Addresses
) -> None:
    whole = urljoin(f"https://desk.example/{addresses.of(here)}", addresses.between(here, there))
    assert whole == f"https://desk.example/{addresses.of(there)}"
