// What stage and server tell each other. An answer may come when the reader has moved on: it
// counts once the server has heard all that we said. What was said to a connection that is lost
// may be lost with it, and who answers on the next may never have heard us.

// Of what is chosen, those that the reader moves on the stage.
export const FIELDS = ["day", "colouring", "ags"];

export class Messages {
  constructor() { Object.assign(this, { count: 0, last: {}, unheard: [] }); }

  // The fields in which the server says something new. On a new connection that is what neither
  // the answer before nor a message of ours says: the address was moved through.
  read(choice) {
    const { answer } = this;
    const heard = choice.count ?? 0;
    const waiting = this.unheard.filter(({ count }) => count > heard);
    this.anew = Boolean(answer) && choice.connection !== answer.connection;
    const late = (name) => waiting.length
      && (!this.anew || [answer, ...waiting].some((said) => said[name] === choice[name]));
    const news = FIELDS.filter((name) => choice[name] !== this.last[name] && !late(name));
    for (const name of news) this.last[name] = choice[name];
    this.unheard = this.anew ? [] : waiting;
    this.count = Math.max(this.count, heard);
    this.answer = choice;
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
    const message = { count: this.count, ...values };
    this.unheard.push(message);
    return message;
  }
}
