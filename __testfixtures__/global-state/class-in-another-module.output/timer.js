export const Phase = { WORK: 'work', REST: 'rest' };

export class Timer {
  constructor() {
    this.phase = Phase.REST;
  }

  begin() {
    this.phase = Phase.WORK;
    chrome.storage.session.set({ phase: this.phase });
  }

  rest() {
    this.phase = Phase.REST;
    chrome.storage.session.set({ phase: this.phase });
  }
}
