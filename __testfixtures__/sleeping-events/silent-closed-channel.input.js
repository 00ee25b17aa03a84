function ask(question) {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel('answers');
    channel.onmessage = ({ data }) => {
      channel.close();
      resolve(data);
    };
    channel.postMessage(question);
  });
}

chrome.action.onClicked.addListener(async () => {
  console.log(await ask('ready'));
});
