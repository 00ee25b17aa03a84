const startUp = () => {
  chrome.tabs.onCreated.addListener(apply, rules[0]);
};

function apply(tab) {
  console.log(tab.id, rules.length);
}
