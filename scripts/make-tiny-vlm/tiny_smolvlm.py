"""A SmolVLM of 280 tokens and two layers."""
from dimensions import CONTEXT, HEAD_DIM, HEADS, HIDDEN, KV_HEADS, LAYERS
from vision_graphs import TILE, TOKENS_PER_TILE, write_tile_encoder
from vocabulary import Vocabulary

LONGEST = 2 * TILE
TILES = [f"<row_{row}_col_{column}>" for row in (1, 2) for column in (1, 2)]
SPECIAL = ["<|im_start|>", "<end_of_utterance>", "<fake_token_around_image>", "<image>", "<global-img>", *TILES]
TEMPLATE = (
    "<|im_start|>{% for message in messages %}{{ message['role'] | capitalize }}:"
    "{% if message['content'] is string %} {{ message['content'] }}{% else %}{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %}<image>{% else %} {{ part['text'] }}{% endif %}{% endfor %}{% endif %}"
    "<end_of_utterance>\n{% endfor %}{% if add_generation_prompt %}Assistant:{% endif %}"
)

seed = 1
vocabulary = Vocabulary(SPECIAL, "<end_of_utterance>", ":")
sections = None
write_vision = write_tile_encoder
files = {
    "config.json": {
        "model_type": "smolvlm", "architectures": ["SmolVLMForConditionalGeneration"],
        "image_token_id": vocabulary.id_of("<image>"), "eos_token_id": vocabulary.end_of_turn,
        "text_config": {
            "model_type": "llama", "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "num_key_value_heads": KV_HEADS,
            "head_dim": HEAD_DIM, "hidden_size": HIDDEN, "max_position_embeddings": CONTEXT, "vocab_size": vocabulary.size,
        },
    },
    "generation_config.json": {"eos_token_id": vocabulary.end_of_turn},
    "preprocessor_config.json": {
        "processor_class": "SmolVLMProcessor", "image_processor_type": "SmolVLMImageProcessor", "do_convert_rgb": True,
        "do_resize": True, "size": {"longest_edge": LONGEST}, "max_image_size": {"longest_edge": TILE}, "do_image_splitting": True,
        "do_rescale": True, "rescale_factor": 1 / 255, "do_normalize": True, "image_mean": [0.5] * 3, "image_std": [0.5] * 3,
        "do_pad": True, "resample": 1,
    },
    "processor_config.json": {"processor_class": "SmolVLMProcessor", "image_seq_len": TOKENS_PER_TILE},
    "tokenizer.json": vocabulary.tokenizer(),
    "tokenizer_config.json": {"tokenizer_class": "GPT2Tokenizer", "eos_token": "<end_of_utterance>", "chat_template": TEMPLATE},
}
