// The map, its time and its words, in the page, the embed and the edition. A classic script: from
// file:// no module loads. It decides nothing: what is shown on a day stands in the file of days
// (components/map/days.py); the script looks it up and writes it into the markup.
"use strict";
(function () {
  const REST_MS = 300;
  const WHOLE_MS = [20000, 10000, 5000];
  const GAP = 5; // months between the axis and its last stop, as in clock.py
  const TARGET_PX = 24;
  const LABEL_PX = 12;
  const COLOURINGS = ["has", "status", "since"];
  const FIELDS = ["day", "colouring", "ags"]; // of what is chosen, those that the reader moves here
  // The columns of a state, as in days.py.
  const [GROUP, STATUS, SINCE, CODES, ANSWER, TOLD, DOUBT, SOURCE, LATE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const STILL = matchMedia("(prefers-reduced-motion: reduce)");

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
  const put = (node, text) => { if (node && node.textContent !== text) node.textContent = text; };
  const set = (node, name, value) => {
    if (value === "" || value == null) node.removeAttribute(name);
    else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
  };
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter(Boolean));
    return made;
  };
  const drawn = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // Days are ISO texts: they compare as they follow each other.
  const iso = (year, month, day) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  const parts = (day) => day.split("-").map((part, place) => Number(part) - (place === 1));
  const lengthOf = (year, month) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

  // What is shown on any day, unfolded from the file.
  class Days {
    constructor(file) {
      this.file = file;
      this.first = file.days[0];
      let row = [];
      this.rows = file.changes.map((moved) => {
        row = [...row];
        for (const [district, state] of moved) row[district] = file.states[state];
        return row;
      });
      const german = file.language === "de";
      const form = german ? { day: "2-digit", month: "2-digit" } : { day: "numeric", month: "long" };
      this.form = new Intl.DateTimeFormat(german ? "de-DE" : "en-GB",
        { ...form, year: "numeric", timeZone: "UTC" });
    }

    // The place of the last day of the file up to this one.
    place(day) {
      const { days } = this.file;
      let [low, high] = [0, days.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (days[middle] <= day) low = middle; else high = middle;
      }
      return low;
    }

    written(day) { return this.form.format(new Date(day)); }
    states(day) { return this.rows[this.place(day)]; }

    // Sentence and detail.
    head(day) {
      return this.file.heads[this.place(day)].map((text) => fill(text, { day: this.written(day) }));
    }

    // How many districts have each code of a colouring.
    counts(day, colouring) {
      const which = COLOURINGS.indexOf(colouring);
      const found = new Array(this.file.fills[colouring].length).fill(0);
      for (const state of this.states(day)) found[state[CODES][which]] += 1;
      return found;
    }

    // The nearest day before (-1) or after (1) on which the groups change, or any status does.
    step(day, way, any) {
      const { days, moves } = this.file;
      let place = this.place(day);
      if (way > 0 || days[place] === day) place += way;
      for (; place > 0 && place < days.length; place += way) {
        const [told, counts] = moves[place];
        if (told && (any || counts)) return [days[place], told];
      }
      return null;
    }

    spoken(row, state) { return `${this.file.names[row]}: ${state[ANSWER]} ${state[TOLD]}`; }

    // What stands on an area: its mark, and its name while it is one of few without.
    label(day, row, state, colouring) {
      const { file } = this;
      if (colouring === "since" && state[LATE]) return state[LATE];
      const mark = file.marks[colouring][state[CODES][COLOURINGS.indexOf(colouring)]];
      const named = file.few[this.place(day)] && state[GROUP] === "without";
      return [mark, named ? file.shorts[row] : ""].filter(Boolean).join(" ");
    }
  }

  // The files of days that have been asked for.
  const fetched = new Map();
  function load(address) {
    if (!fetched.has(address)) {
      const days = fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      }).then((file) => new Days(file));
      fetched.set(address, days);
      days.catch(() => fetched.delete(address));
    }
    return fetched.get(address);
  }

  // The axis of the time: a stop for the first day, the end of each month, and the last day.
  class Axis {
    constructor(first, end, last) {
      Object.assign(this, { first, last, start: parts(first) });
      this.length = Math.round(this.place(end < last ? end : last));
      this.whole = this.length + GAP;
    }

    place(day) {
      const [year, month, date] = parts(day);
      const months = (year - this.start[0]) * 12 + month - this.start[1];
      const first = months === 0 ? this.start[2] : 0;
      return months + (date - first) / (lengthOf(year, month) - first);
    }

    // Where a day stands in the control.
    at(day) { return day >= this.last ? this.whole : Math.min(this.place(day), this.length + GAP / 2); }

    // The day of a stop.
    day(stop) {
      if (stop > this.length) return this.last;
      if (stop <= 0) return this.first;
      const [year, month] = this.start;
      const end = iso(year, month + stop, 0);
      return end < this.last ? end : this.last;
    }

    next(day, way) {
      const at = this.at(day);
      if (at > this.length) return way > 0 ? this.last : this.day(this.length);
      const stop = way > 0 ? Math.floor(at + 0.001) + 1 : Math.ceil(at - 0.001) - 1;
      return this.day(Math.min(Math.max(stop, 0), this.whole));
    }
  }

  // The day that a reader's text means, or the name of the sentence that says what is wrong.
  function dayOf(text, axis) {
    const bare = text.trim();
    const found = bare.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/)?.slice(1).map(Number)
      ?? bare.match(/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/)?.slice(1).reverse().map(Number)
      ?? worded(bare);
    if (!found) {
      const [year] = bare.match(/^\d{4}$/) ?? [];
      if (year && year < axis.first.slice(0, 4)) return { wrong: "too_early" };
      if (year && year > axis.last.slice(0, 4)) return { wrong: "too_late" };
      return { wrong: "no_day" };
    }
    const [year, month, date] = found;
    if (month < 1 || month > 12 || date < 1 || date > lengthOf(year, month - 1)) {
      return { wrong: "no_such_day" };
    }
    const day = iso(year, month - 1, date);
    if (day < axis.first) return { wrong: "too_early" };
    return day > axis.last ? { wrong: "too_late" } : { day };
  }

  // 12 June 2013, 12. Juni 2013.
  function worded(text) {
    const [, date, name, year] = text.match(/^(\d{1,2})\.? (\p{L}{3,}) (\d{4})$/u) ?? [];
    if (!name) return null;
    const month = ["de-DE", "en-GB"].flatMap((language) => Array.from({ length: 12 }, (none, place) =>
      new Date(Date.UTC(2012, place)).toLocaleDateString(language, { month: "long", timeZone: "UTC" })))
      .findIndex((long) => long.toLowerCase().startsWith(name.toLowerCase()));
    return month < 0 ? null : [Number(year), month % 12 + 1, Number(date)];
  }

  // The control of the time. `moved` is told every day that the reader goes to.
  class Time {
    constructor(root, moved) {
      this.root = root;
      this.moved = moved;
      this.timer = 0;
      const find = (selector) => root.querySelector(selector);
      this.parts = { play: find(".play"), speed: find(".speed"), field: find(".day input"),
        range: find(".axis input"), marker: find(".marker"), wrong: find(".wrong"),
        line: find(".line"), band: find(".band"), jumps: [...root.querySelectorAll(".jumps button")] };
      this.steps = [[find(".earlier"), -1, "no_earlier"], [find(".later"), 1, "no_later"]];
    }

    listen() {
      const { parts: { play, speed, field, range, jumps } } = this;
      if (play) play.onclick = () => (this.timer ? this.pause() : this.play());
      if (speed) speed.onchange = () => { if (this.timer) this.play(); };
      range.oninput = () => this.drag();
      range.onkeydown = (event) => this.key(event);
      field.onkeydown = (event) => { if (event.key === "Enter") this.type(); };
      field.onchange = () => this.type();
      field.oninput = () => { if (this.timer) this.pause(); };
      for (const [button, way] of this.steps) {
        button.onclick = (event) => this.step(way, event.shiftKey);
      }
      for (const button of jumps) button.onclick = () => this.go(button.dataset.day);
      jumps[0].parentNode.onkeydown = (event) => this.walk(event);
    }

    // Nothing can be done before the days are there.
    use(days, last) {
      const { end, line, band } = days.file.axis;
      if (!this.days) this.listen();
      this.days = days;
      this.axis = new Axis(days.first, end, last);
      this.parts.jumps.at(-1).dataset.day = last;
      set(this.parts.line, "d", line);
      set(this.parts.band, "d", band);
    }

    stop() { clearTimeout(this.timer); this.timer = 0; }

    go(day) {
      this.stop();
      this.day = "";
      this.moved(day, false);
    }

    pause() { this.stop(); this.moved(this.day, false); }

    play() {
      this.stop();
      const pace = WHOLE_MS[this.parts.speed.value] / (this.axis.length + 1);
      let day = this.axis.at(this.day) > this.axis.length ? this.axis.first : this.day;
      let due = performance.now();
      const run = () => {
        if (STILL.matches || document.hidden) { this.pause(); return; }
        this.moved(day, true);
        if (!this.timer) return;
        if (day >= this.axis.last) { this.pause(); return; }
        day = this.axis.next(day, 1);
        due += pace;
        this.timer = setTimeout(run, Math.max(0, due - performance.now()));
      };
      this.timer = -1;
      run();
    }

    drag() {
      const at = Number(this.parts.range.value);
      const { axis } = this;
      this.go(axis.day(at > axis.length + GAP / 2 ? axis.whole : Math.min(at, axis.length)));
    }

    key(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const { axis } = this;
      const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      const year = { PageUp: 12, PageDown: -12 }[event.key];
      let day = null;
      if (way) day = axis.next(this.day, way);
      else if (year) {
        const at = axis.at(this.day);
        day = year < 0 && at > axis.length ? axis.day(axis.length)
          : axis.day(Math.max(0, Math.round(at) + year));
      } else if (event.key === "Home") day = axis.first;
      else if (event.key === "End") day = axis.last;
      if (!day) return;
      event.preventDefault();
      this.go(day);
    }

    walk(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const { jumps } = this.parts;
      const next = jumps[jumps.indexOf(event.target) + (way ?? NaN)];
      if (!next) return;
      event.preventDefault();
      for (const button of jumps) button.tabIndex = button === next ? 0 : -1;
      next.focus();
    }

    step(way, any) {
      const [day] = this.days.step(this.day, way, any) ?? [];
      if (day && day <= this.axis.last) this.go(day);
    }

    type() {
      const { field, wrong } = this.parts;
      if (field.value === this.days.written(this.day)) { this.go(this.day); return; }
      const { day, wrong: name } = dayOf(field.value, this.axis);
      if (day) { this.go(day); return; }
      const { first, last } = this.axis;
      field.setAttribute("aria-invalid", "true");
      put(wrong, fill(this.days.file.said[name], { text: field.value.trim().slice(0, 60),
        first: this.days.written(first), last: this.days.written(last) }));
    }

    // Write the day into the control.
    show(day) {
      const { days, axis, parts: { play, field, range, marker, wrong, jumps } } = this;
      const written = days.written(day);
      const { said } = days.file;
      // What is being typed stays when the same day is painted once more.
      if (day !== this.day) {
        put(wrong, "");
        field.removeAttribute("aria-invalid");
        field.value = written;
      }
      this.day = this.root.dataset.day = day;
      put(play, this.timer ? said.pause : said.play);
      range.max = axis.whole;
      range.value = axis.at(day);
      set(range, "aria-valuetext", written);
      marker.style.left = `${100 * axis.at(day) / axis.whole}%`;
      marker.dataset.edge = axis.at(day) < 8 ? "left" : axis.at(day) > axis.whole - 8 ? "right" : "";
      put(marker.firstElementChild, written);
      for (const button of jumps) set(button, "aria-current", button.dataset.day === day ? "date" : null);
      for (const [button, way, none] of this.steps) {
        const found = days.step(day, way, false);
        const there = found && found[0] <= axis.last;
        put(button.querySelector(".told"), there ? `${days.written(found[0])}: ${found[1]}` : said[none]);
        set(button, "aria-disabled", there ? null : "true");
      }
    }
  }

  // One map: what it shows is painted from outside; it tells who is meant and who is chosen.
  class Areas {
    constructor(svg, heard) {
      this.svg = svg;
      this.heard = heard;
      this.paths = [...svg.querySelectorAll("[data-ags]")];
      this.targets = this.paths.map((path) => path.closest("a") ?? path);
      this.texts = this.paths.map((path) => svg.querySelector(`[data-mark="${path.dataset.ags}"]`));
      this.points = this.texts.map((text) => [Number(text.getAttribute("x")), Number(text.getAttribute("y"))]);
      this.lines = drawn("g", {});
      this.texts[0].parentNode.prepend(this.lines);
      this.whole = svg.getAttribute("viewBox");
      this.labels = this.paths.map(() => "");
      this.here = 0;
      this.touched = false;
      this.targets.forEach((target, row) => { target.tabIndex = row ? -1 : 0; });
      const row = (event) => this.row(event);
      svg.addEventListener("pointerdown", (event) => { this.touched = event.pointerType !== "mouse"; });
      svg.addEventListener("pointermove", (event) => {
        if (event.pointerType === "mouse") heard.over(row(event), event.clientX, event.clientY);
      });
      svg.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") heard.over(-1); });
      svg.addEventListener("click", (event) => {
        const found = row(event);
        if (found >= 0 && heard.choose(found, this.touched)) event.preventDefault();
      });
      // On the figure: Chromium makes an SVG a stop of its own where it listens for the focus.
      const figure = svg.parentNode;
      figure.addEventListener("focusin", (event) => {
        const found = this.targets.indexOf(event.target);
        if (found < 0) return;
        this.rove(found);
        if (!this.touched && event.target.matches(":focus-visible")) heard.over(found, ...this.middle(found));
      });
      figure.addEventListener("focusout", () => heard.over(-1));
      svg.addEventListener("keydown", (event) => this.key(event));
      new ResizeObserver(() => this.settle()).observe(svg);
    }

    // The district under a pointer; where areas are small, the nearest within reach of a finger.
    row(event) {
      const found = this.paths.indexOf(event.target.closest?.("a")?.querySelector("path") ?? event.target);
      if (!this.touched) return found;
      const near = (row) => {
        const [x, y] = this.middle(row);
        return Math.hypot(x - event.clientX, y - event.clientY);
      };
      const small = this.paths.map((path, row) => row).filter((row) => {
        const box = this.paths[row].getBoundingClientRect();
        return Math.min(box.width, box.height) < TARGET_PX && near(row) <= TARGET_PX / 2;
      });
      return small.sort((one, other) => near(one) - near(other))[0] ?? found;
    }

    middle(row) {
      const [x, y] = this.points[row];
      const at = new DOMPoint(x, y).matrixTransform(this.svg.getScreenCTM());
      return [at.x, at.y];
    }

    rove(row) {
      this.targets[this.here].tabIndex = -1;
      this.here = row;
      this.targets[row].tabIndex = 0;
    }

    focus(row) {
      const box = this.paths[row].getBBox();
      const [x, y, width, height] = this.svg.getAttribute("viewBox").split(" ").map(Number);
      const seen = box.x + box.width > x && box.x < x + width && box.y + box.height > y && box.y < y + height;
      if (!seen) this.heard.widen();
      this.rove(row);
      this.targets[row].focus({ preventScroll: false });
    }

    key(event) {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      const order = this.rows.map((row, area) => area).sort((one, other) =>
        this.heard.name(one).localeCompare(this.heard.name(other), "de"));
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (way) this.focus(this.beside(way));
      else if (event.key === "Home") this.focus(order[0]);
      else if (event.key === "End") this.focus(order.at(-1));
      else if (event.key === "Enter" || event.key === " ") {
        if (!this.heard.choose(this.here, false)) return;
      } else if (event.key === "Escape") this.heard.leave();
      else if (/^\p{L}$/u.test(event.key)) {
        const row = this.named(event.key, order);
        if (row < 0) return;
        this.focus(row);
      } else return;
      event.preventDefault();
      event.stopPropagation(); // Streamlit has letters of its own
    }

    // The neighbour in a direction, else the nearest district there, else the same.
    beside([across, down]) {
      const [x, y] = this.points[this.here];
      const seen = (rows) => rows.map((row) => {
        const [right, below] = [this.points[row][0] - x, this.points[row][1] - y];
        const far = Math.hypot(right, below) || 1;
        return { row, ahead: (right * across + below * down) / far, far };
      }).filter(({ ahead }) => ahead > 0.5)
        .sort((one, other) => one.far / one.ahead ** 2 - other.far / other.ahead ** 2)[0]?.row;
      const all = this.paths.map((path, row) => row).filter((row) => row !== this.here);
      return seen(this.heard.near(this.here)) ?? seen(all) ?? this.here;
    }

    // Letters typed one after the other are a beginning; one alone goes through all of that letter.
    named(letter, order) {
      const now = performance.now();
      this.typed = now - (this.typedAt ?? 0) < 800 ? this.typed + letter : letter;
      this.typedAt = now;
      const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      const begins = (text) => order.filter((row) => plain(this.heard.name(row)).startsWith(plain(text)));
      const many = [...this.typed].some((one) => one !== letter);
      if (many && begins(this.typed).length) return begins(this.typed)[0];
      const those = begins(letter);
      return those.find((row) => order.indexOf(row) > order.indexOf(this.here)) ?? those[0] ?? -1;
    }

    // Paint a district: `fill`, `mark`, `ink`, `spoken`, and what others read from it.
    paint(row, { fill: colour, label, ink, spoken, group, status, since }) {
      const path = this.paths[row];
      set(path, "fill", colour);
      set(path, "data-group", group);
      set(path, "data-status", status);
      set(path, "data-since", since);
      set(this.targets[row], "aria-label", spoken);
      set(this.texts[row], "fill", label.length > 2 ? null : ink);
      this.labels[row] = label;
    }

    outline(ags) {
      const path = this.paths.find((one) => one.dataset.ags === ags);
      for (const name of [".casing", ".outline"]) set(this.svg.querySelector(name), "d", path?.getAttribute("d") ?? "");
      for (const one of this.paths) {
        if (one.hasAttribute("role")) set(one, "aria-pressed", String(one.dataset.ags === ags));
      }
    }

    zoom(view) {
      this.svg.setAttribute("viewBox", view ?? this.whole);
      this.settle();
    }

    // Names beside each other: each at the free place that is nearest to its area, or nowhere.
    settle() {
      const box = this.svg.getBoundingClientRect();
      const [left, top, width, height] = this.svg.getAttribute("viewBox").split(" ").map(Number);
      if (!box.width || !box.height) return;
      const unit = Math.max(width / box.width, height / box.height);
      const key = [unit, this.svg.getAttribute("viewBox"), ...this.labels].join("|");
      if (key === this.settled) return;
      this.settled = key;
      const size = LABEL_PX * unit;
      this.svg.style.setProperty("--type", `${size}px`);
      this.lines.replaceChildren();
      const [middle, centre] = [left + width / 2, top + height / 2];
      const [wide, high] = [box.width * unit / 2 - unit, box.height * unit / 2 - unit];
      const taken = [];
      const meets = (one) => taken.some((other) => Math.abs(one.x - other.x) < one.w + other.w
        && Math.abs(one.y - other.y) < one.h + other.h);
      const inside = (one) => Math.abs(one.x - middle) + one.w <= wide && Math.abs(one.y - centre) + one.h <= high;
      const names = [];
      this.labels.forEach((label, row) => {
        const text = this.texts[row];
        const [x, y] = this.points[row];
        put(text, label);
        set(text, "class", label.length > 2 ? "named" : null);
        text.style.visibility = "";
        set(text, "x", x);
        set(text, "y", y);
        if (label.length > 2) names.push(row);
        else if (label) taken.push({ x, y, w: size * 0.35, h: size * 0.5 });
      });
      const halves = new Map(names.map((row) => [row, this.texts[row].getComputedTextLength() / 2 + size * 0.25]));
      for (const row of names.sort((one, other) => this.points[one][1] - this.points[other][1])) {
        const [x, y] = this.points[row];
        const w = halves.get(row);
        const h = size * 0.78;
        const free = PLACES.map(([across, down]) => ({ x: x + across * w, y: y + down * h, w, h }))
          .find((one) => inside(one) && !meets(one));
        if (!free || Math.abs(x - middle) > wide || Math.abs(y - centre) > high) {
          this.texts[row].style.visibility = "hidden";
          continue;
        }
        taken.push(free);
        set(this.texts[row], "x", Math.round(free.x));
        set(this.texts[row], "y", Math.round(free.y));
        this.lead(x, y, free);
      }
    }

    // The line from a name that was moved away to its area.
    lead(x, y, { x: to, y: end, w, h }) {
      const [across, down] = [x - to, y - end];
      if (Math.abs(across) <= w && Math.abs(down) <= h) return;
      const part = Math.min(across ? w / Math.abs(across) : 1, down ? h / Math.abs(down) : 1);
      this.lines.append(drawn("line", { x1: x, y1: y, x2: to + across * part, y2: end + down * part }));
    }
  }

  // Where a name may stand, in halves of its width and height, the nearest first.
  const STEPS = Array.from({ length: 17 }, (none, step) => (step - 8) / 2);
  const PLACES = STEPS.flatMap((across) => STEPS.map((down) => [across, down * 1.4]))
    .sort((one, other) => Math.hypot(one[0] * 2.4, one[1]) - Math.hypot(other[0] * 2.4, other[1]));

  // What moves together: headline, time, map, legend, coverage, the card of a district.
  class Stage {
    constructor(root, send) {
      Object.assign(this, { root, send, maps: [], path: location.pathname });
      Object.assign(this, { count: 0, known: {} }); // messages sent, and what they and the server said
      const find = (selector) => root.querySelector(selector);
      this.parts = { head: find("header"), sentence: find("h1.headline"), told: find(".detail .told"), keys: find(".keys"),
        coverTitle: find(".cover h2"), cover: find(".coverage tbody"), card: find(".card"), tip: find(".tip"),
        cities: find("button.cities"), ruhr: find("button.ruhr"), spoken: find(".spoken"), atlas: find(".foot .atlas") };
      const clock = root.matches(".clock") ? root : find(".clock");
      if (clock) this.time = new Time(clock, (day, playing) => this.move(day, playing));
      for (const radio of root.querySelectorAll('input[name="colouring"]')) {
        radio.onchange = () => this.colour(radio.value);
      }
      const { cities, ruhr } = this.parts;
      if (cities) cities.onclick = () => { this.press(cities); this.paint(true); };
      if (ruhr) ruhr.onclick = () => this.enlarge(ruhr.getAttribute("aria-pressed") !== "true");
      if (this.parts.keys) this.parts.keys.onclick = (event) => this.highlight(event.target.closest("button"));
      if ("embed" in root.dataset) reportHeight(root);
    }

    press(button, on = button.getAttribute("aria-pressed") !== "true") {
      button.setAttribute("aria-pressed", String(on));
      return on;
    }

    pressed(button) { return button?.getAttribute("aria-pressed") === "true"; }

    ears(place) {
      return {
        over: (row, x, y) => this.point(place, row, x, y),
        choose: (row, touched) => this.choose(row, touched),
        widen: () => this.enlarge(false),
        leave: () => this.leave(place),
        near: (area) => {
          const { rows } = this.maps[place];
          return this.days.file.near[rows[area]].map((row) => rows.indexOf(row)).filter((other) => other >= 0);
        },
        name: (area) => this.days.file.shorts[this.maps[place].rows[area]],
      };
    }

    // Out of the map, to what comes after it.
    leave(place) {
      this.point(place, -1);
      const visible = (button) => button.offsetParent;
      const next = [...this.root.querySelectorAll(".card button, .keys button")].find(visible);
      if (next) next.focus(); else document.activeElement.blur();
    }

    // What the server (or the edition) says is chosen. It counts once it has heard all that we said,
    // and where it says something new.
    async update(choice) {
      this.next = choice;
      let days;
      try {
        days = choice.file ? (this.own ??= new Days(choice.file)) : await load(choice.days);
      } catch {
        put(this.time?.parts.wrong, choice.failed);
        return;
      }
      if (this.next !== choice) return;
      const heard = choice.count ?? 0;
      for (const name of heard < this.count ? [] : FIELDS) {
        if (choice[name] === this.known[name]) continue;
        if (name === "day") { this.time?.stop(); clearTimeout(this.resting); }
        this[name] = this.known[name] = choice[name];
      }
      this.count = Math.max(this.count, heard);
      this.choice = choice;
      if (days !== this.days) this.use(days);
      this.time?.use(days, choice.last);
      this.paint(true);
      this.root.dataset.ready = "";
    }

    use(days) {
      if (!this.days) {
        this.maps = [...this.root.querySelectorAll("svg.map")].map((svg, place) => new Areas(svg, this.ears(place)));
      }
      this.days = days;
      for (const map of this.maps) map.rows = map.paths.map((path) => days.file.ags.indexOf(path.dataset.ags));
      if (!this.parts.keys) return;
      this.parts.keys.innerHTML = COLOURINGS.map((name) => days.file.keys[name]).join("");
      for (const title of this.parts.keys.querySelectorAll("h2")) title.dataset.text = title.textContent;
    }

    move(day, playing) {
      if (!this.root.isConnected) { this.time.stop(); return; } // the reader has turned the page
      if (playing) this.hold(); else this.release();
      this.day = day;
      this.paint();
      clearTimeout(this.resting);
      if (!playing) this.resting = setTimeout(() => this.rest(), REST_MS);
    }

    // While it plays the headline keeps the height of its longest words: a button that moved away
    // under the pointer could not be pressed.
    hold() {
      const { days, time: { axis }, parts: { head, sentence, told } } = this;
      if (!head || head.style.minHeight) return;
      const stops = Array.from({ length: axis.length + 2 }, (none, stop) => axis.day(stop));
      const heights = stops.map((day) => {
        [sentence, told].forEach((part, place) => put(part, days.head(day)[place]));
        return head.getBoundingClientRect().height;
      });
      head.style.minHeight = `${Math.max(...heights)}px`;
    }

    release() { if (this.parts.head) this.parts.head.style.minHeight = ""; }

    rest() {
      if (this.parts.spoken) put(this.parts.spoken, this.days.head(this.day).join(" "));
      this.tell();
    }

    // Tell the server what is new, with the number of the message; on the way to another page no more.
    tell() {
      clearTimeout(this.resting);
      if (!this.root.isConnected || location.pathname !== this.path) return;
      const news = FIELDS.filter((name) => this[name] !== this.known[name] || this[name] !== this.choice[name]);
      if (!news.length) return;
      const told = Object.fromEntries(news.map((name) => [name, this[name]]));
      Object.assign(this.known, told);
      this.count += 1;
      this.send?.({ count: this.count, ...told });
    }

    colour(name) {
      this.colouring = name;
      this.paint(true);
      this.tell();
    }

    choose(row, touched) {
      const [map] = this.maps;
      const { ags } = map.paths[row].dataset;
      const link = map.targets[row].href;
      if (link && !(touched && this.parts.card && this.ags !== ags)) return false;
      if (this.choice.panels && !this.send) return false;
      this.ags = ags;
      this.paint(true);
      const place = this.days.file.ags.indexOf(ags);
      const state = this.days.states(this.day)[place];
      put(this.parts.spoken, fill(this.days.file.said.chosen, { name: this.days.file.names[place],
        told: `${state[ANSWER]} ${state[TOLD]}` }));
      if (!link) this.tell();
      return true;
    }

    unchoose() {
      const place = this.maps[0].paths.findIndex((path) => path.dataset.ags === this.ags);
      this.ags = "";
      this.paint(true);
      if (place >= 0) this.maps[0].focus(place);
      this.point(0, -1);
      this.tell();
    }

    enlarge(on) {
      const { ruhr } = this.parts;
      if (!ruhr || this.pressed(ruhr) === on) return;
      this.press(ruhr, on);
      this.maps[0].zoom(on ? this.maps[0].svg.dataset.ruhr : null);
    }

    // Show whose areas an entry of the legend means, and name them.
    highlight(button) {
      if (!button) return;
      this.press(button);
      for (const other of this.parts.keys.querySelectorAll("button")) if (other !== button) this.press(other, false);
      this.paint(true);
    }

    // The name and the answer under the pointer or the focus.
    point(place, row, x, y) {
      const { tip } = this.parts;
      if (!tip) return;
      tip.hidden = row < 0;
      if (tip.hidden) return;
      this.pointed = [this.maps[place].rows[row], place, row];
      tip.replaceChildren(...this.told(...this.pointed));
      const box = tip.offsetParent.getBoundingClientRect();
      const above = y - box.top - tip.offsetHeight - 12;
      tip.style.left = `${Math.min(Math.max(x - box.left + 14, 0), box.width - tip.offsetWidth)}px`;
      tip.style.top = `${above > 0 ? above : y - box.top + 20}px`;
    }

    told(row, place, area) {
      const { file } = this.days;
      const name = element("strong", { textContent: file.names[row] });
      if (this.choice.panels) return [name, element("p", { textContent: this.choice.panels[place].told[area] })];
      const state = this.days.states(this.day)[row];
      return [name, element("p", { className: "answer", textContent: `${state[ANSWER]} ${state[TOLD]}` }),
        state[DOUBT] && element("p", { className: "doubt", textContent: state[DOUBT] })].filter(Boolean);
    }

    card() {
      const { card } = this.parts;
      if (!card) return;
      const row = this.days.file.ags.indexOf(this.ags);
      card.hidden = row < 0;
      const link = this.link(this.ags);
      const carded = [this.ags, this.day, this.days.file.definition, link].join();
      if (row < 0 || carded === this.carded) return; // who reads in it is not disturbed
      this.carded = carded;
      const { names, said, sources } = this.days.file;
      const [cited, address] = sources[this.days.states(this.day)[row][SOURCE]] ?? [];
      const source = address ? element("a", { href: address, target: "_blank", rel: "noopener noreferrer",
        textContent: cited }) : cited && `${cited} (${said.offline})`;
      const [body, more, close] = card.children;
      close.onclick = () => this.unchoose();
      body.replaceChildren(element("h2", { textContent: names[row] }), ...this.told(row, 0).slice(1),
        this.strip(row), ...(source ? [element("p", { className: "source" }, `${said.source}: `, source)] : []));
      more.href = link;
      more.hidden = !link;
      if ("embed" in this.root.dataset) Object.assign(more, { target: "_blank", rel: "noopener" });
    }

    // The whole query of what is shown.
    query() {
      const { query } = this.choice;
      return new URLSearchParams({ ...query, tag: this.day, farbe: this.colouring, ...(this.ags && { kreis: this.ags }) });
    }

    link(ags) {
      const own = this.maps[0]?.targets.find((target, row) => this.maps[0].paths[row].dataset.ags === ags)?.href;
      if (own) return own.baseVal ?? own;
      return this.choice.query ? `kreis?${this.query()}` : "";
    }

    // The way of one district in the colours of "Hat ein KIZ?", with the day upon it.
    strip(row) {
      const { axis } = this.time;
      const svg = drawn("svg", { class: "strip", viewBox: `0 0 ${axis.whole * 10} 60`,
        preserveAspectRatio: "none", "aria-hidden": "true" });
      const { days, fills } = this.days.file;
      days.forEach((day, place) => {
        const state = this.days.rows[place][row];
        if (day > axis.last || (place && state === this.days.rows[place - 1][row])) return;
        const x = axis.at(day) * 10;
        svg.append(drawn("rect", { x, y: 8, width: axis.whole * 10 - x, height: 44, fill: fills.has[state[CODES][0]] }));
      });
      svg.append(drawn("path", { d: `M${axis.at(this.day) * 10} 0V60`, class: "now" }));
      return svg;
    }

    // Write the day into everything. Only what differs is touched.
    paint(all = false) {
      const { days, day, colouring, parts } = this;
      const [sentence, detail] = days.head(day);
      put(parts.sentence, sentence);
      put(parts.told, detail);
      this.time?.show(day);
      if (this.choice.panels) this.panels();
      else if (this.maps.length) {
        const place = days.place(day);
        const moved = all || place !== this.painted;
        set(this.maps[0].svg, "aria-label", fill(days.file.label, { day: days.written(day), sentence }));
        this.keys(moved);
        if (moved) this.areas(this.maps[0], colouring);
        this.painted = place;
        this.root.dataset.colouring = colouring;
        for (const radio of this.root.querySelectorAll('input[name="colouring"]')) radio.checked = radio.value === colouring;
        if (moved) this.cover(place);
        this.card();
        if (parts.atlas) parts.atlas.href = `./?${this.query()}`;
      }
      if (parts.tip && !parts.tip.hidden) parts.tip.replaceChildren(...this.told(...this.pointed));
    }

    areas(map, colouring) {
      const { days, day } = this;
      const which = COLOURINGS.indexOf(colouring);
      const { fills, inks, shorts, cities } = days.file;
      const lit = this.parts.keys.querySelector(
        `.key[data-colouring="${colouring}"] li:not([hidden]) [aria-pressed="true"]`);
      const meant = lit?.dataset.codes.split(" ").map(Number);
      const named = this.pressed(this.parts.cities);
      const states = days.states(day);
      map.paths.forEach((path, place) => {
        const row = map.rows[place];
        const state = states[row];
        const code = state[CODES][which];
        let label = days.label(day, row, state, colouring);
        if (named && cities[row] && !label.includes(shorts[row])) label = [label, shorts[row]].filter(Boolean).join(" ");
        map.paint(place, { fill: fills[colouring][code], ink: inks[colouring][code], label, spoken: days.spoken(row, state),
          group: state[GROUP], status: state[STATUS], since: state[SINCE] });
        path.classList.toggle("faded", Boolean(meant && !meant.includes(code)));
      });
      map.outline(this.ags);
      map.settle();
    }

    panels() {
      this.maps.forEach((map, place) => {
        const { title, looks, codes, labels, told, since } = this.choice.panels[place];
        put(map.svg.parentNode.querySelector("h2"), title);
        set(map.svg, "aria-label", title);
        map.paths.forEach((path, row) => {
          const [colour, ink, group, status] = looks[codes[row]];
          const name = this.days.file.names[map.rows[row]];
          map.paint(row, { fill: colour, ink, label: labels[row], spoken: `${name}: ${told[row]}`, group, status,
            since: since[row] });
        });
        map.outline(this.ags);
        map.settle();
      });
    }

    keys(moved) {
      const { days, day, colouring, parts: { keys } } = this;
      if (!keys) return;
      for (const title of keys.querySelectorAll("h2")) {
        if (title.dataset.text) put(title, fill(title.dataset.text, { day: days.written(day) }));
      }
      if (!moved) return;
      const counts = days.counts(day, colouring);
      const sum = (codes) => codes.reduce((whole, code) => whole + counts[code], 0);
      for (const button of keys.querySelectorAll(`.key[data-colouring="${colouring}"] button`)) {
        const codes = button.dataset.codes.split(" ").map(Number);
        const remark = button.querySelector(".part");
        put(button.querySelector(".count"), String(sum(codes)));
        if (colouring === "since") button.parentNode.hidden = !sum(codes);
        if (remark?.dataset.remark) {
          remark.hidden = !counts[codes.at(-1)];
          put(remark, fill(remark.dataset.remark, { n: counts[codes.at(-1)] }));
        }
        const names = this.pressed(button) ? this.meantNames(codes) : "";
        let listed = button.nextElementSibling;
        if (names && !listed) button.after(listed = element("p", { className: "listed" }));
        if (listed) { listed.hidden = !names; put(listed, names); }
      }
    }

    meantNames(codes) {
      const which = COLOURINGS.indexOf(this.colouring);
      return this.days.states(this.day).map((state, row) => codes.includes(state[CODES][which]) && this.days.file.shorts[row])
        .filter(Boolean).sort((one, other) => one.localeCompare(other, "de")).join(", ");
    }

    cover(place) {
      const { coverTitle, cover } = this.parts;
      if (!cover) return;
      const [names, values] = this.days.file.cover[place];
      put(coverTitle, this.days.file.coverage);
      values.forEach((value, row) => {
        put(cover.rows[row].cells[0], this.days.file.covered[names][row]);
        put(cover.rows[row].cells[1], value);
      });
    }
  }

  // The page around an embed learns how high it is (see docs/embed.md).
  function reportHeight(root) {
    const body = root.closest('[data-testid="stMainBlockContainer"]') ?? document.body;
    const tell = () => window.parent.postMessage(
      { type: "kiz-atlas:height", height: Math.ceil(body.getBoundingClientRect().height) }, "*");
    if (window.parent !== window) new ResizeObserver(tell).observe(body);
  }

  // In the page: stages come and go with their components, the choice comes with every run.
  const stages = new Set();
  const chosen = new Map();

  function mount(root, key, send) {
    root.stage ??= new Stage(root, send);
    Object.assign(root.stage, { key, send });
    stages.add(root.stage);
    const choice = chosen.get(key);
    if (choice && root.stage.next !== choice) root.stage.update(choice);
  }

  function choose(choice) {
    chosen.set(choice.key, choice);
    for (const stage of stages) {
      if (!stage.root.isConnected) stages.delete(stage);
      else if (stage.key === choice.key) stage.update(choice);
    }
  }

  // In the edition the days are a script before this one, and the markup says what is chosen.
  function start(file) {
    for (const root of document.querySelectorAll(".stage")) {
      const { day, stop, district = "", panels } = { ...root.querySelector(".clock")?.dataset, ...root.parentNode.dataset };
      mount(root, null);
      root.stage.update({ file, day, last: stop, colouring: root.dataset.colouring, ags: district,
        panels: panels && JSON.parse(panels) });
    }
  }

  // What stages show that the server does not know yet, as the address says it.
  function unsent() {
    const names = { day: "tag", colouring: "farbe", ags: "kreis" };
    return Object.fromEntries([...stages].filter(({ root, choice }) => root.isConnected && choice)
      .flatMap((stage) => FIELDS.filter((field) => stage[field] !== stage.choice[field])
        .map((field) => [names[field], stage[field]])));
  }

  window.KizMap = { Days, mount, choose, unsent };
  if (window.KIZ_DAYS) start(window.KIZ_DAYS);
}());
