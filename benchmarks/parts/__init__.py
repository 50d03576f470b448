"""The parts of the benchmarks, each a module with `measure(quick)`, which returns its rows."""
