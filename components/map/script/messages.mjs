// What stage and server tell each other. An answer may come when the reader has moved on: it
// counts once the server has heard all that we said.

// Of what is chosen, those that the reader moves on the stage.
export const FIELDS = ["day", "colouring", "ags"];

export class Messages {
  constructor() { Object.assign(this, { count: 0, last: {} }); }

  // The fields in which the server says something new.
  read(choice) {
    const heard = choice.count ?? 0;
    const news = heard < this.count ? []
      : FIELDS.filter((name) => choice[name] !== this.last[name]);
    for (const name of news) this.last[name] = choice[name];
    this.count = Math.max(this.count, heard);
    return news;
  }

  // The next message: what is shown and the server does not know, if anything.
  write(shown, choice) {
    const news = FIELDS.filter((name) =>
      shown[name] !== this.last[name] || shown[name] !== choice[name]);
    if (!news.length) return null;
    const values = Object.fromEntries(news.map((name) => [name, shown[name]]));
    Object.assign(this.last, values);
    this.count += 1;
    return { count: this.count, ...values };
  }
}
