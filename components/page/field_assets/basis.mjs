// What all fields share: the server says what they show, unless the reader has gone on since.
export class Field {
  constructor(root) { Object.assign(this, { root, count: 0, heard: 0 }); }

  update(data, send) {
    Object.assign(this, { data, send });
    this.draw(data);
    if (!this.behind(data.count)) this.show(data.value);
  }

  // Whether the server has not yet heard the last that was told: then it shows what was before.
  // One that has heard less than it had is another, and right.
  behind(count) {
    const behind = count >= this.heard && count < this.count;
    this.heard = count;
    if (!behind) this.count = count;
    return behind;
  }

  tell(value) {
    this.count += 1;
    this.send({ value, count: this.count });
  }
}
