"""First names that many people here have, so that a name is seen without a word like "my son" before it.

Left out are names that are ordinary words, months, places or money on these pages (Will, May, Grant, Victoria).
"""

_NAMES = """
    aaliyah aaron abdul abdullah abigail abraham adam adrian ahmed aiden aisha alan albert alex alexander
    alexandra alfie alfred ali alice alicia alison amalia amanda amber amelia amelie amina amir amit amy ana
    anastasia andrea andrew andrzej angela angus anil anita ann anna anne annie anthony antonio anya archie
    arjun arthur arun asha ashley asif asma ava ayaan ayesha barbara barry bartosz beatrice becky ben benjamin
    bethany bilal billy bobby bogdan brandon brian caleb callum cameron camilla carl carlos carol caroline
    catherine cerys chanel charles charlie chen cheryl chloe chris christian christina christine christopher
    claire clare colin connor craig cristina daniel daniela danielle danny darius darren david dawid debbie
    deborah declan deepa demi denise dennis derek diana diane diego dimitri dominic donna dylan eddie edward
    eleanor elena eli elias elif elijah elisa elizabeth ella ellen elliot ellie elsie emil emilia emily emma
    eric erin ethan eva evan evelyn evie ewan farah fatima fatimah felix finlay finn fiona francesca freddie
    freya gabriel gareth gary gavin gemma geoff george gillian giorgia giovanni giulia grzegorz hamza hana
    hannah harriet harrison harry harvey hassan heather helen henry hugo husna hussain ian ibrahim imogen imran
    iqra irene isaac isabel isabella isabelle isha isla ismail jack jackie jacob jade jagoda jake jakub james
    jamie jane janet janice jasmin jasmine jason jayden jeff jennifer jenny jeremy jessica jiho jill joan joanna
    joanne jodie joe joel john jonathan jose joseph josephine josh joshua juan judith julia julian julie kai
    kamil karen karl kasia kate katherine kathleen kathryn katie kayla keira keith kelly kevin khadija khalid
    kieran kim kimberly kiran kirsty kofi kwame kyle laila lara laura lauren layla leah leanne lee leila leo
    leon leonardo lewis liam lidia linda lisa logan lorraine louie louis louise luca lucas lucy luis luke lydia
    lynn maddison maisie malik mandeep marcus margaret maria mariam marie marta martin martyn mary maryam mateo
    mateusz matilda matthew maya megan mehmet mei melanie melissa mia michael michal michelle miguel millie min
    mo mohamed mohammad mohammed molly monika muhammad musa mustafa nadia naomi natalia natalie natasha nathan
    neil nicholas nicola nicole nigel nikita nikolai nina noah noor nora oleksandr olga oliver olivia ollie omar
    oscar owen pamela patricia patrick paul paula pauline pawel pedro peter petra philip phoebe piotr poppy
    pradeep precious preeti priya rachael rachel radha rahul raj rajesh rania ravi rebecca reggie rhys ria
    richard riley rita robert roberto robin rohan ronnie rory rosie rowan roxanne ruth ryan sabrina sadia safa
    saira sally sam samantha samina samir samuel sana sandra sanjay sara sarah scott sean sebastian seema sergei
    shabnam shannon sharon sheila simon simran sofia sonia sophia sophie stacey stanley stefan stella stephanie
    stephen steve steven stuart sunita susan suzanne sylvia szymon tadeusz tamara tania tanya tara tariq tasha
    tatiana taylor teddy theo theodore theresa thomas tiffany tim timothy tina toby tom tomasz tommy tony tracey
    trevor tristan tyler valentina vanessa veronica vijay viktor vincent vivek wei wendy weronika wiktoria
    william wojciech xavier yasmin yasmine youssef yusuf yuki yvonne zac zach zachary zahra zain zainab zara
    zoe zofia zuzanna
"""
FIRST_NAMES = frozenset(_NAMES.split())
