export class Controller {
  private readonly events = [chrome.tabs.onCreated];

  constructor(private readonly name: string) {
    this.bind();
  }

  private bind(): void {
    chrome.runtime.onMessage.addListener(this.onMessage);
  }

  private onMessage = (message: unknown): void => {
    console.log(this.name, message, this.events);
  };
}

new Controller('main');
