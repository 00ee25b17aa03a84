var Settings = { polling: localStorage.polling };
window.Enabled = Settings.polling === 'on';
