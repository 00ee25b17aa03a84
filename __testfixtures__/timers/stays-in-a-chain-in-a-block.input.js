const look = () => {
  try {
    chrome.tabs.create({ url: 'https://a.example/' });
    setTimeout(look, 60000);
  } catch (error) {
    console.log('stopped', error);
  }
};
setTimeout(look, 60000);
