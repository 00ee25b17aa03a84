(() => {
  class Reminder {
    remind() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(), 60000);
    }

    show() {
      chrome.action.setBadgeText({ text: '!' });
    }
  }

  const reminder = new Reminder();
  chrome.commands.onCommand.addListener(() => reminder.remind());
})();

function begin(text) {
  class Note {
    keep() {
      setTimeout(this.show.bind(this), 120000);
    }

    show() {
      chrome.action.setTitle({ title: text });
    }
  }

  const note = new Note();
  chrome.tabs.onCreated.addListener(() => note.keep());
}

chrome.runtime.onMessage.addListener((text) => begin(text));
