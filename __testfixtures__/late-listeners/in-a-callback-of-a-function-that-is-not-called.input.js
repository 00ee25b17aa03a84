function each(list, visit) {
  list.forEach((one) => visit(one));
}

each(['created'], (name) => chrome.tabs.onCreated.addListener(() => console.log(name)));

function watch(names) {
  each(names, () => chrome.tabs.onRemoved.addListener(() => console.log(names)));
}
