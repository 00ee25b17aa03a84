let agent = '';

function setAgent(value) {
  agent = value;
}
chrome.tabs.onCreated.addListener(() => {
  console.log(agent);
});
