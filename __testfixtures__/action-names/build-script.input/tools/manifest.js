module.exports = { commands: { "_execute_browser_action": { suggested_key: "Alt+X" } } };
