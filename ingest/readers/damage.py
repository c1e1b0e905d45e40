"""What the libraries let through when a file breaks its format, besides exceptions of their own."""

import struct
import zlib

DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
