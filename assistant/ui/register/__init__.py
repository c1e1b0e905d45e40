"""The view "Beslut och siffror": the board's register as table, timeline, plots and sheets."""
