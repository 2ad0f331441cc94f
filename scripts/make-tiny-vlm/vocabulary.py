"""A byte-level tokenizer without merges: 256 bytes, then the special tokens of the class."""


def byte_characters():
    """The printable stand-in of every byte, as byte-level BPE spells it."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    stand_ins = {byte: chr(byte) for byte in printable} | {byte: chr(256 + i) for i, byte in enumerate(others)}
    return [stand_ins[byte] for byte in range(256)]


class Vocabulary:
    def __init__(self, special, end_of_turn, asking):
        self.special = special
        self.size = 256 + len(special)
        self.end_of_turn = self.id_of(end_of_turn)
        self.asking = ord(asking)
        self.labels = [ord("+"), ord("-")]

    def id_of(self, special):
        return 256 + self.special.index(special)

    def tokenizer(self):
        byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
        flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
        return {
            "version": "1.0", "truncation": None, "padding": None,
            "added_tokens": [{"id": self.id_of(text), "content": text, **flags} for text in self.special],
            "normalizer": None, "pre_tokenizer": byte_level, "post_processor": None, "decoder": byte_level,
            "model": {
                "type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None, "end_of_word_suffix": None,
                "fuse_unk": False, "byte_fallback": False,
                "vocab": {text: i for i, text in enumerate(byte_characters())}, "merges": [],
            },
        }
