function each(list, visit) {
  list.forEach((one) => visit(one));
}

function quietly(task) {
  try {
    each([task], (one) => one());
    task();
  } catch (error) {
    console.warn(error);
  }
}

function both(first, second) {
  [first, second].forEach((task) => task());
  Promise.resolve().then(() => second());
}

function kept(task) {
  const again = task;
  again();
}

class Steps {
  constructor(step) {
    this.step = step;
    this.step();
  }
}

each(['created'], (name) => chrome.tabs.onCreated.addListener(() => console.log(name)));
quietly(() => chrome.tabs.onRemoved.addListener(() => console.log('removed')));
both(() => chrome.tabs.onMoved.addListener(() => console.log('moved')), () => chrome.tabs.onAttached.addListener(() => console.log('attached')));
kept(() => chrome.tabs.onDetached.addListener(() => console.log('detached')));
new Steps(() => chrome.tabs.onReplaced.addListener(() => console.log('replaced')));
[() => chrome.tabs.onHighlighted.addListener(() => console.log('highlighted'))].forEach((task) => task());

const report = (name) => chrome.tabs.onActivated.addListener(() => console.log(name));
each(['activated'], report);

chrome.runtime.onMessage.addListener((message) => {
  each(message.names, (name) => console.log(name));
  quietly(() => console.log(message));
  both(() => console.log(1), () => console.log(2));
  kept(() => console.log(message));
  new Steps(() => console.log(message));
  each(message.names, report);
});
