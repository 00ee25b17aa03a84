import Notice from './notice';
import { injectable, run } from 'inversify-lite';

@injectable()
class Background {
  constructor(readonly notice: Notice) {
    chrome.runtime.onMessage.addListener((text: string) => {
      this.notice.text = text;
      this.notice.show();
    });
  }
}

run(Background);
