"""Settings for all tests."""

from hypothesis import settings

# no test depends on the time it takes: a busy machine is no failure
settings.register_profile("newsparse", deadline=None)
settings.load_profile("newsparse")
