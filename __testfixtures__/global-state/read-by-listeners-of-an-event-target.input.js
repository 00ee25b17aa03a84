class Registry extends EventTarget {
  add(url) {
    this.dispatchEvent(new CustomEvent('add', { detail: url }));
  }
}

const registry = new Registry();
let muted = false;

chrome.action.onClicked.addListener(() => {
  muted = !muted;
});

chrome.webNavigation.onCompleted.addListener(({ url }) => registry.add(url));

registry.addEventListener('add', ({ detail }) => {
  if (!muted) chrome.action.setTitle({ title: detail });
});
