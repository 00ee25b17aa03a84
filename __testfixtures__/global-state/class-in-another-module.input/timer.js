export const Phase = { WORK: 'work', REST: 'rest' };

export class Timer {
  constructor() {
    this.phase = Phase.REST;
  }

  begin() {
    this.phase = Phase.WORK;
  }

  rest() {
    this.phase = Phase.REST;
  }
}
