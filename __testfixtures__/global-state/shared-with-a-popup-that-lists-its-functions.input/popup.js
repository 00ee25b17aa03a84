const ACTIONS = { count: countOpened };
document.body.onclick = () => ACTIONS[location.hash.slice(1)]();
