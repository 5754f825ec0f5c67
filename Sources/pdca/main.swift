print("pdca")
