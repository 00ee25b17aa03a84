import { type Limits } from './limits';
import type { Limits as Given } from './limits';

export class Counter {
  constructor(private readonly limits: Limits) {}

  show(): void {
    const { most }: Given = this.limits;
    chrome.action.setBadgeText({ text: `${most}` });
  }
}
