log(store);
