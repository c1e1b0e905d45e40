"""The board's register as it is asked: filtered, sorted, put together by initiative and year, told and exported."""
