export class Counter {
  #count = 0;
  step = 1;

  add() {
    this.#count += this.step;
    return this.#count;
  }
}
