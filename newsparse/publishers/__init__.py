"""Publishers: a profile for each that needs one. Sites without a profile need none."""

from newsparse.publishers.base import Publisher, Publishers

__all__ = ["Publisher", "Publishers"]
