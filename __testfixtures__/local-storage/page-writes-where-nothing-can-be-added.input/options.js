const save = (mode = (localStorage.mode = 'light')) => console.log(mode);
save();
