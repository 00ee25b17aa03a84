let later = () => 100;
chrome.runtime.onMessage.addListener((message) => {
  later = () => message.later;
  Object.assign(waiting, { time: () => message.time });
});
chrome.tabs.onMoved.addListener(() => setTimeout(() => console.log('moved'), later()));

class Base {
  wait() {
    return 100;
  }

  go() {
    setTimeout(() => console.log('went'), this.wait());
  }
}
class Slow extends Base {
  wait() {
    return 60000;
  }
}
const all = [new Base(), new Slow()];
chrome.tabs.onDetached.addListener(() => all.forEach((one) => one.go()));

const waiting = {
  time() {
    return 100;
  },
};
chrome.tabs.onReplaced.addListener(() => setTimeout(() => console.log('replaced'), waiting.time()));
