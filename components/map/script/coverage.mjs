// The share of the population and of the districts.
import { put } from "../../html/markup.mjs";

export class Coverage {
  constructor(section) {
    this.title = section.querySelector("h2");
    this.rows = section.querySelector("tbody").rows;
  }

  // What it says from a day of the file on.
  show({ file }, place) {
    const [names, values] = file.cover[place];
    put(this.title, file.coverage);
    values.forEach((value, line) => {
      const [name, number] = this.rows[line].cells;
      put(name, file.covered[names][line]);
      put(number, value);
    });
  }
}
