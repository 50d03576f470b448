// Before anything is painted: the theme that the reader has chosen.
import { show, theme } from "./theme.mjs";

show(theme());
