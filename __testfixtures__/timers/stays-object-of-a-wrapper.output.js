(() => {
  class Reminder {
    remind() {
      chrome.alarms.create('show', { delayInMinutes: 1 });
    }

    show() {
      chrome.action.setBadgeText({ text: '!' });
    }
  }

  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === 'show') reminder.show();
  });

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
