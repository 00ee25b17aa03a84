class Registry extends EventTarget {
  add(url) {
    this.dispatchEvent(new CustomEvent('add', { detail: url }));
  }
}

const registry = new Registry();

chrome.webNavigation.onCompleted.addListener(({ url }) => registry.add(url));

registry.addEventListener('add', ({ detail }) => chrome.action.setTitle({ title: detail }));
