const check = async () => {
  await fetch('https://mail.example/inbox');
};

check();
const timer = setInterval(check, 60000);

chrome.action.onClicked.addListener(() => clearInterval(timer));
