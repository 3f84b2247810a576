"""Names of columns, metrics, events and tags as readers see them."""


def readable(name: str) -> str:
    """`users_million` is `Users million`."""
    words = " ".join(name.replace("_", " ").split())
    return words[:1].upper() + words[1:]


def readable_id(name: str) -> str:
    """`order-12-in-force` is `Order 12 in force`."""
    return readable(name.replace("-", " "))
